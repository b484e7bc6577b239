import type { Stock } from '../world/docker/model.ts';

/** The commands that put away the images, networks and volumes that have come since, once no container uses them, and give names back. */
export function restock(before: Stock, now: Stock): readonly string[] {
  const [had, has] = [namesIn(before), namesIn(now)];
  const there = new Set(now.images.map(({ id }) => id));
  const known = new Set(before.images.map(({ id }) => id));
  const back = [...had].filter(([name, id]) => has.get(name) !== id && there.has(id));
  const named = [...has.keys()].filter((name) => !had.has(name));
  const unnamed = [...there].filter((id) => !known.has(id));
  const since = (of: 'networks' | 'volumes') => now[of].filter((each) => !before[of].includes(each));
  return [
    ...back.map(([name, id]) => `docker tag ${id} ${name}`),
    ...removal('docker rmi', named),
    // With its last name an image has gone; it is none to be told of.
    ...removal('docker rmi --force', unnamed),
    ...removal('docker network rm', since('networks')),
    ...removal('docker volume rm --force', since('volumes')),
  ];
}

const namesIn = ({ images }: Stock): ReadonlyMap<string, string> =>
  new Map(images.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));

const removal = (command: string, of: readonly string[]): readonly string[] =>
  of.length === 0 ? [] : [`${command} ${of.join(' ')}`];
