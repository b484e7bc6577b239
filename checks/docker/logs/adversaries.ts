import type { Adversary } from '../../../runner/api.ts';
import { right, wrong } from '../../kit/adversary.ts';
import type { LogsParams } from './check.ts';

const image = '"$(docker images -q | head -1)"';
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Ways to a line in a container's log, and to one that stands somewhere else. */
export function adversaries({ container, contains, matches, stream, count }: LogsParams): readonly Adversary[] {
  const isOne = typeof count === 'object' && count.atLeast === 1 && count.atMost === undefined;
  if (contains === undefined || contains.includes('\n') || matches !== undefined || !isOne) return [];
  const [own, other] = stream === 'stderr' ? [2, 1] : [1, 2];
  const elsewhere = [
    wrong('only printed', `echo ${quoted(contains)}`),
    wrong('only looked for', `docker logs ${container} 2>&1 | grep -F ${quoted(contains)}`),
    wrong('by an exec, to whoever asked for it', `docker exec ${container} echo ${quoted(contains)}`),
    wrong('by another container', `docker run --rm ${image} echo ${quoted(contains)}`),
    wrong('given to an exec', `docker exec -e ADVERSARY=${quoted(contains)} ${container} true`),
  ];
  const made = /^[\w.-]+$/.test(container);
  const write = made ? runs(container) : says(container);
  const some = contains.slice(0, -1);
  const undo = made ? `docker rm -f ${container}` : '';
  const all: readonly Adversary[] = [
    right('by its own first process', write(`echo ${quoted(contains)} >&${own}`)),
    right('in a longer line', write(`echo ${quoted(`so ${contains} it is`)} >&${own}`)),
    right('among other lines', write(`{ echo before; echo ${quoted(contains)}; echo after; } >&${own}`)),
    right('twice', write(`{ echo ${quoted(contains)}; echo ${quoted(contains)}; } >&${own}`)),
    right('by another program', write(`printf '%s\\n' ${quoted(contains)} | cat >&${own}`)),
    wrong('to nobody', write(`echo ${quoted(contains)} > /dev/null`)),
    wrong('to a file', write(`echo ${quoted(contains)} > /tmp/adversary`)),
    wrong('as a program that says nothing', write(`: ${quoted(contains)}`)),
    ...(some === '' ? [] : [wrong('but for its last letter', write(`echo ${quoted(some)} >&${own}`))]),
    ...(some === ''
      ? []
      : [wrong('on two lines', write(`printf '%s\\n' ${quoted(some)} ${quoted(contains.slice(-1))} >&${own}`))]),
    stream === undefined
      ? right('to its errors', write(`echo ${quoted(contains)} >&${other}`))
      : wrong('to the other stream', write(`echo ${quoted(contains)} >&${other}`), { says: `not to ${stream}` }),
    ...(made ? unwritten(container, contains) : []),
  ];
  return [...elsewhere, ...all.map((each) => ({ ...(undo !== '' && { undo }), ...each }))];
}

/** A container of this name is made that runs this. */
const runs = (name: string) => (script: string) =>
  `docker run -d --name ${name} ${image} sh -c ${quoted(`${script}; sleep 100000`)}`;

/** An exec writes where the first process of one that is there does. */
const says = (container: string) => (script: string) =>
  `docker exec ${container} sh -c ${quoted(script.replace(/>&([12])$/, '> /proc/1/fd/$1'))}`;

const unwritten = (name: string, text: string): readonly Adversary[] => [
  wrong('made and not started', `docker create --name ${name} ${image} echo ${quoted(text)}`),
  wrong('where nobody keeps it', `docker run -d --name ${name} --log-driver none ${image} echo ${quoted(text)}`, {
    says: 'keeps no log',
  }),
  wrong('under another name', `docker run -d --name ${name}2 ${image} echo ${quoted(text)}`, {
    undo: `docker rm -f ${name}2`,
  }),
];
