import { type CheckContext, message, type World } from '../../runner/api.ts';
import { lastPart } from '../docker/words.ts';
import type { Said } from '../kit/expectation.ts';
import type { Site } from '../kit/site.ts';
import type { FileParams } from './check.ts';

/** What was done instead of making a file in a container: in another one, under another name, on the machine. Of a Pod the last alone. */
export async function whyMissed(
  world: World,
  { container, name }: Site,
  { name: wanted, path = '' }: FileParams,
  { since, signal }: Pick<CheckContext, 'since' | 'signal'>,
): Promise<Said | undefined> {
  const file = wanted ?? path;
  const last = lastPart(file);
  const others = container ? (await world.docker.containers(signal)).filter(({ id }) => id !== container.id) : [];
  for (const { id, name: other } of others)
    if ((await world.docker.made(id, signal)).some((each) => lastPart(each) === last))
      return { because: message('file.other-container', { file, other, name }) };
  const made = container ? await world.docker.made(container.id, signal) : [];
  // What it was asked for may have come since it was looked for.
  const isOther = (each: string) => each !== path && lastPart(each) !== wanted;
  const near = made.find((each) => isOther(each) && isAlike(lastPart(each), last));
  if (near !== undefined)
    return {
      because: message('file.other-name', { name, actual: near, file }),
      mismatch: { expected: file, actual: wanted === undefined ? near : lastPart(near) },
    };
  const beside = await madeOnMachine(world, since, last);
  return beside === undefined
    ? undefined
    : { because: message(beside && container ? 'file.redirected' : 'file.on-machine', { file, name }) };
}

/** Whether a command that was to run in a container has made it on the machine: where it was typed it lies now. Undefined where none has. */
async function madeOnMachine(world: World, since: number, name: string): Promise<boolean | undefined> {
  for (const { line, directory } of world.shell.commands(since).toReversed()) {
    if (!line.includes(name)) continue;
    const path = `${directory.replace(/\/$/, '')}/${name}`;
    if (await world.host.file(path)) return /\bdocker\b.*\bexec\b/.test(line);
  }
  return undefined;
}

/** Whether one was probably meant for the other: the same but for case, ending and a letter or two, and no shell's history. */
function isAlike(actual: string, wanted: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [one, other] = [plain(actual), plain(wanted)];
  if (one === '' || actual.startsWith('.')) return false;
  const shared = [...one].filter((letter) => other.includes(letter)).length / Math.max(one.length, other.length);
  return one.includes(other) || other.includes(one) || (shared > 0.8 && one[0] === other[0]);
}
