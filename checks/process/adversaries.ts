import type { Adversary } from '../../runner/api.ts';
import { lineOf, wordsOf } from '../docker/words.ts';
import { right, wrong } from '../kit/adversary.ts';
import type { ProcessParams } from './check.ts';

const image = '"$(docker images -q | head -1)"';
const undo = 'kill %1';

/** What looks like a process that is there, and on the machine what is one, where nothing more is asked of it than its arguments. */
export function adversaries({ in: place, args, parent, where, same, other }: ProcessParams): readonly Adversary[] {
  if (args === undefined) return [];
  const words = wordsOf(args);
  const line = lineOf(words);
  const text = `'${line.replaceAll("'", `'\\''`)}'`;
  const always = [
    wrong('only said', `echo ${line}`),
    wrong('only written down', `echo ${text} > /tmp/adversary`, { undo: 'rm /tmp/adversary' }),
    wrong('only looked for', `pgrep -f ${text}`),
    wrong('as what another program is given', `tail -f /dev/null --pid 1 ${line} 2> /dev/null &`, { undo }),
    wrong('as one word', `bash -c 'exec -a ${text.replaceAll("'", `'\\''`)} sleep 999' &`, { undo }),
    wrong('with one argument more', `bash -c 'exec -a "$0" sleep 999 999' ${words[0] ?? ''} &`, { undo }),
    wrong('ended at once', `bash -c ${text} & kill -9 %1`),
    wrong('as the name of a shell’s variable', `ADVERSARY=${text} bash -c 'sleep 999' &`, { undo }),
  ];
  if (place !== 'machine')
    return [
      ...always,
      wrong('by an exec', `docker exec -d ${place} ${line}`, { fresh: true }),
      wrong(
        'left behind by an exec',
        `docker exec ${place} sh -c '${line.replaceAll("'", `'\\''`)} > /dev/null 2>&1 &'`,
        { fresh: true },
      ),
      wrong('in another container', `docker run -d ${image} ${line}`),
      wrong('on the machine', `${line} &`, { undo }),
    ];
  const isPlain = parent === undefined && [where, same, other].every((each) => Object.keys(each).length === 0);
  return [
    ...always,
    wrong('in a container', `docker run -d ${image} ${line}`),
    ...(isPlain
      ? [
          right('in the background', `${line} &`, { undo }),
          right('by a shell that becomes it', `bash -c ${`'exec ${line.replaceAll("'", `'\\''`)}'`} &`, { undo }),
          right('by a shell that waits for it', `bash -c '${line.replaceAll("'", `'\\''`)}; true' &`, { undo }),
          right('let go of by its shell', `nohup ${line} > /dev/null 2>&1 & disown`, { undo: 'kill $!' }),
          right('in a session of its own', `setsid ${line} &`, { undo: 'kill $!' }),
        ]
      : []),
  ];
}
