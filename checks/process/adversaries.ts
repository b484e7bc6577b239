import type { Adversary } from '../../runner/api.ts';
import { lineOf, wordsOf } from '../docker/words.ts';
import { right, wrong } from '../kit/adversary.ts';
import { anyImage, disguise, type Inside, idle, insideOf, quote } from '../kit/inside.ts';
import { nameOf } from '../kubernetes/typed.ts';
import type { ProcessParams } from './check.ts';

const undo = 'kill $!';

/** What looks like a process that is there; and what is one, where no more is asked of it than its arguments. */
export function adversaries(wanted: ProcessParams): readonly Adversary[] {
  const { in: place, args, starts, count = 1, parent, where, same, other } = wanted;
  const line = args === undefined ? starts : lineOf(wordsOf(args));
  if (line === undefined || count === 0) return [];
  const isPlain = count === 1 && parent === undefined && [where, same, other].every((each) => isEmpty(each));
  const all = [...nowhere(line), ...(args === undefined ? [] : otherWords(line))];
  if (place === 'machine') return [...all, ...onMachine(line, isPlain)];
  const inside = insideOf(place);
  const begun = inside.begin ? `${inside.begin(idle)}\n` : '';
  return [
    ...all,
    wrong('on the machine', `${line} &`, { undo }),
    wrong('left behind by an exec', begun + inside.run(`${line} > /dev/null 2>&1 & echo $! > /tmp/left`), {
      undo: inside.run('kill $(cat /tmp/left); rm /tmp/left'),
    }),
    ...(typeof place === 'string' ? aroundContainer(place, line, begun, inside) : aroundPod(place, line, inside)),
    // What every image has.
    ...(inside.begin && isPlain && /^(?:sleep|tail) /.test(line) ? itsOwn(inside.begin, line) : []),
  ];
}

const isEmpty = (each: object): boolean => Object.keys(each).length === 0;

const nowhere = (line: string): readonly Adversary[] => [
  wrong('only said', `echo ${line}`),
  wrong('only written down', `echo ${quote(line)} > /tmp/adversary`, { undo: 'rm /tmp/adversary' }),
  wrong('only looked for', `pgrep -f ${quote(line)}`),
  wrong('as what another program is given', `tail -f /dev/null --pid 1 ${line} 2> /dev/null &`, { undo }),
  wrong('ended at once', `bash -c ${quote(line)} & kill -9 $!`),
  wrong('as the value of a shell’s variable', `ADVERSARY=${quote(line)} bash -c 'tail -f /dev/null' &`, { undo }),
];

const otherWords = (line: string): readonly Adversary[] => [
  wrong('as another program that calls itself so', `bash -c ${quote(disguise(wordsOf(line)))} &`, {
    undo: `${undo}; rm -f ${wordsOf(line)
      .slice(1)
      .map((each) => `/tmp/${each}`)
      .join(' ')}`,
  }),
  wrong('as one word', `bash -c ${quote(`exec -a ${quote(line)} sleep 999`)} &`, { undo }),
  wrong('with one argument more', `bash -c 'exec -a "$0" sleep 999 999' ${wordsOf(line)[0] ?? ''} &`, { undo }),
];

const onMachine = (line: string, isPlain: boolean): readonly Adversary[] => [
  wrong('in a container', `docker run -d ${anyImage} ${line}`),
  ...(isPlain
    ? [
        right('in the background', `${line} &`, { undo }),
        right('by a shell that becomes it', `bash -c ${quote(`exec ${line}`)} &`, { undo }),
        right('by a shell that waits for it', `bash -c ${quote(`${line}; true`)} &`, { undo }),
        right('let go of by its shell', `nohup ${line} > /dev/null 2>&1 & disown`, { undo }),
        right('in a session of its own', `setsid ${line} &`, { undo: `pkill -x -f ${quote(line)}` }),
      ]
    : []),
];

const aroundContainer = (name: string, line: string, begun: string, { run }: Inside): readonly Adversary[] => [
  wrong(
    'brought in with its control group, and let go of',
    `${begun}nsenter -t $(docker inspect -f '{{.State.Pid}}' ${name}) -a --join-cgroup sh -c ${quote(`${line} > /dev/null 2>&1 & echo $! > /tmp/left`)}`,
    { undo: run('kill $(cat /tmp/left); rm /tmp/left') },
  ),
  wrong('by an exec', `${begun}docker exec -d ${name} ${line}`, { fresh: true }),
  wrong('in another container', `docker run -d ${anyImage} ${line}`),
  wrong(
    'in another container among its processes',
    `${begun}docker run -d --pid container:${name} ${anyImage} ${line}`,
  ),
  wrong(
    'brought in from the machine',
    `${begun}nsenter -t $(docker inspect -f '{{.State.Pid}}' ${name}) -a ${line} &`,
    { undo },
  ),
];

function aroundPod(
  { pod, container, namespace }: Exclude<ProcessParams['in'], string>,
  line: string,
  { begin }: Inside,
): readonly Adversary[] {
  const name = nameOf(pod);
  const kubectl = namespace === undefined ? 'kubectl' : `kubectl -n ${namespace}`;
  const busybox = '--image=busybox --image-pull-policy=IfNotPresent';
  const begun = begin ? `${begin(idle)}\n` : '';
  const beside = { name: 'beside', command: ['sh', '-c', `exec ${line}`] };
  return [
    wrong('in a Pod of another name', `${kubectl} run ${name}-2 ${busybox} --restart=Never -- ${line}`),
    wrong(
      'in a debugging container',
      `${begun}${kubectl} debug ${name} ${busybox} --target=${container ?? 'main'} --attach=false -- ${line}`,
      begin ? {} : { fresh: true },
    ),
    ...(begin
      ? [
          wrong('in another container of the Pod', begin(idle, [beside])),
          wrong('as what its container is never come to', begin(`true || ${line}; ${idle}`)),
          wrong('as the text of a variable in its container', begin(`LINE=${quote(line)} ${idle}`)),
        ]
      : []),
  ];
}

const itsOwn = (begin: NonNullable<Inside['begin']>, line: string): readonly Adversary[] => [
  right('as what it runs', begin(`exec ${line}`)),
  right('by a shell that waits for it', begin(`${line}; true`)),
  right('in the background of what it runs', begin(`${line} & wait`)),

  right('let go of by what has started it', begin(`(${line} &); ${idle}`)),
];
