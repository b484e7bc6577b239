import type { Adversary } from '../../runner/api.ts';
import { wrong } from '../kit/adversary.ts';
import { type Inside, idle, insideOf, quote } from '../kit/inside.ts';
import { attributesOf } from './attributes.ts';
import type { FileParams } from './check.ts';

type Make = (name: string, run: string, says?: string) => Adversary;

/** Ways to make a file, or to seem to; for one that must not be there, ways to bring it there after all. */
export function adversaries(wanted: FileParams): readonly Adversary[] {
  const { in: place, name = '', path, kind = 'file', exists, where, find, process } = wanted;
  const inside = insideOf(place);
  const isContainer = typeof place === 'string' && place !== 'machine';
  const attributes = attributesOf(where);
  if (find !== undefined) return path !== undefined && exists ? lost(inside, path) : [];
  if (kind !== 'file' || !attributes || process !== undefined) return [];
  const base = path?.slice(path.lastIndexOf('/') + 1) ?? name;
  const at = (folder: string) => path ?? `${folder}/${name}`;
  const less = at('').slice(0, -1);
  const upper = `/tmp/${base.toUpperCase()}`;
  const all = path === undefined ? ['', '/tmp', '/dev/shm', '/root'].map(at) : [path];
  const begun = inside.begin ? `${inside.begin(idle)}\n` : '';
  const leftovers = inside.run(`rm -rf ${[...all, less, upper].join(' ')} /tmp/x`);
  const undo = `${leftovers}; rm -f ${base}`;
  const made: Make = (what, run) => ({
    ...{ name: what, run: begun + run, undo },
    ...(exists ? { outcome: 'right' } : { outcome: 'wrong', says: 'should not' }),
  });
  const not: Make = (what, run, says) => ({
    ...{ name: what, run: begun + run, undo },
    ...(exists ? { outcome: 'wrong', ...(says !== undefined && { says }) } : { outcome: 'right' }),
  });
  const { fill, spoilt, isAny } = attributes;
  return [
    made('made', inside.run(fill(at('')))),
    made('moved there', inside.run(`${fill('/tmp/x')}; mv /tmp/x ${at('/tmp')}`)),
    made('copied there', inside.run(`${fill('/tmp/x')}; cp -p /tmp/x ${at('/tmp')}`)),
    made('over what was there', inside.run(`echo adversary > ${at('')}; ${fill(at(''))}`)),
    made('typed into a shell', `echo ${quote(fill(at('/tmp')))} | ${inside.read}`),
    ...(path === undefined
      ? [made('in its home', inside.run(fill(at('/root')))), made('in memory', inside.run(fill(at('/dev/shm'))))]
      : []),
    ...(isAny ? [made('cut to nothing', inside.run(`: > ${at('')}`))] : []),
    not('said, not made', inside.run(`echo touch ${at('')}`)),
    not('only looked for', inside.run(`ls ${at('')}`)),
    ...(exists
      ? [
          not('a letter less', inside.run(fill(less)), isContainer ? 'not `' : undefined),
          not('in capitals', inside.run(fill(upper)), isContainer ? 'not `' : undefined),
          not('a directory', inside.run(`mkdir ${at('')}`), 'is a directory'),
          not('a link that leads nowhere', inside.run(`ln -s /nowhere ${at('')}`)),
          not('a pipe', inside.run(`mkfifo ${at('/tmp')}`)),
          ...spoilt.map(([what, spoil]) => not(what, inside.run(spoil(at(''))))),
        ]
      : [not('made and taken away', inside.run(`${fill(at(''))}; rm ${at('')}`))]),
    ...(place === 'machine' ? [] : [not('on the machine', fill(base), 'on the machine itself')]),
    ...(isContainer ? ofContainer(place) : []),
  ];

  function ofContainer(container: string): readonly Adversary[] {
    if (!isAny) return [];
    const first = `$(docker inspect -f '{{.State.Pid}}' ${container})`;
    return [
      made('copied in', `touch ${base}; docker cp ${base} ${container}:${at('/tmp')}`),
      made('as another user', `docker exec -u 65534 ${container} touch ${at('/tmp')}`),
      made('through its first process', `touch /proc/${first}/root${at('/tmp')}`),
      made('brought in from the machine', `nsenter -t ${first} -a touch ${at('')}`),
      not('by a redirection of the machine', `docker exec ${container} echo > ${base}`, 'redirection'),
    ];
  }
}

/** What takes away what is to be found in a file that is there, put back in the same file. */
function lost({ run, begin }: Inside, path: string): readonly Adversary[] {
  if (begin) return [];
  const kept = '/tmp/adversary';
  const lose = (name: string, script: string, back: string, says?: string) =>
    wrong(name, run(`cat ${path} > ${kept}; ${script}`), {
      undo: run(`${back}; rm -f ${kept}*`),
      ...(says !== undefined && { says }),
    });
  const within = (name: string, script: string) => lose(name, script, `cat ${kept} > ${path}`, 'nothing in it matches');
  const away = (name: string, script: string, says?: string) =>
    lose(name, `mv ${path} ${path}.away; ${script}`, `rm -rf ${path}; mv ${path}.away ${path}`, says);
  return [
    within('emptied', `: > ${path}`),
    within('something else in it', `echo adversary > ${path}`),
    within('under another name', `cp ${path} ${kept}.2; : > ${path}`),
    within('its path for what stands in it', `echo ${path} > ${path}`),
    away('moved away', 'true'),
    away('a directory in its place', `mkdir ${path}`, 'is a directory'),
    away('a link in its place that leads nowhere', `ln -s /nowhere ${path}`),
    away('a copy of it in another folder', `cp ${path}.away ${kept}.2`),
    away('a pipe in its place', `mkfifo ${path}`, 'neither a file nor a directory'),
  ];
}
