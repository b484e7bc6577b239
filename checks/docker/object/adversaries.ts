import type { Adversary } from '../../../runner/api.ts';
import { right, wrong } from '../../kit/adversary.ts';
import type { ObjectParams } from './check.ts';
import { flagsOf } from './flags.ts';

/** How a client makes one of a kind, with these options and of this name. A container runs the first image that there is. */
const making: Readonly<Record<ObjectParams['kind'], (name: string, flags: string) => string>> = {
  container: (name, flags) => `docker run -d --name ${name} ${flags} "$(docker images -q | head -1)" tail -f /dev/null`,
  network: (name, flags) => `docker network create ${flags} ${name}`,
  volume: (name, flags) => `docker volume create ${flags} ${name}`,
  image: (name, flags) => `printf 'FROM scratch\\nLABEL a=b\\n' | docker build ${flags} -t ${name} -`,
};

const removing: Readonly<Record<ObjectParams['kind'], string>> = {
  ...{ container: 'docker rm -f', network: 'docker network rm', volume: 'docker volume rm', image: 'docker rmi' },
};

/** What gives it these values, what gives it all but one of them, and what only looks so. Nothing of one that a fact has: what made that is another step's. */
export function adversaries({ kind, name = 'adversary', object, where }: ObjectParams): readonly Adversary[] {
  const flags = flagsOf(kind, where);
  const make = making[kind];
  const undo = `${removing[kind]} ${name}`;
  if (object !== undefined) return [wrong('only looked at', `docker inspect ${object}`)];
  const always = [
    wrong('only looked for', `docker inspect ${name}`),
    wrong('only asked how', `docker ${kind} --help`),
    wrong('only said', `echo '${make(name, '').replaceAll("'", '')}'`),
    wrong('of another kind', kind === 'volume' ? making.network(name, '') : making.volume(name, ''), {
      undo: `docker ${kind === 'volume' ? 'network' : 'volume'} rm ${name}`,
    }),
    wrong('a flag that is none', `${make(name, `--nosuch`)}`),
    wrong('made and gone again', `${make('adversary', '')} && ${removing[kind]} adversary`),
  ];
  if (flags.includes(undefined)) return always;
  const all = flags.flatMap((each) => (each ? [each.right] : []));
  return [
    ...always,
    right('made so', make(name, all.join(' ')), { undo }),
    right('made so, its options the other way round', make(name, all.toReversed().join(' ')), { undo }),
    right('made so, and once more', `${make(name, all.join(' '))}\n${make(name, all.join(' '))}`, { undo }),
    right('made wrong, and made anew', `${make(name, '')}\n${undo}\n${make(name, all.join(' '))}`, { undo }),
    ...flags.flatMap((each, index) =>
      each
        ? [
            wrong(`without ${each.right}`, make(name, all.filter((_, at) => at !== index).join(' ')), { undo }),
            ...(each.wrong === undefined
              ? []
              : [wrong(`with ${each.wrong}`, make(name, all.with(index, each.wrong).join(' ')), { undo })]),
          ]
        : [],
    ),
    ...(name === 'adversary'
      ? []
      : [wrong('under another name', make(`${name}2`, all.join(' ')), { undo: `${removing[kind]} ${name}2` })]),
  ];
}
