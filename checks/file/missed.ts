import { type CheckContext, message, nearest, type World } from '../../runner/api.ts';
import { lastPart } from '../docker/words.ts';
import type { Said } from '../kit/expectation.ts';
import type { Site } from '../kit/site.ts';
import type { FileParams } from './check.ts';

/** What was made in this container, and who else may have it. */
type Seen = World & { readonly site: Site; readonly made: readonly string[] };

/** What was done instead of making a file in a container: in another one, under another name, on the machine. Of a Pod the last alone. */
export async function whyMissed(
  { site: { container, name }, made, ...world }: Seen,
  { name: wanted, path = '' }: FileParams,
  { since, signal }: Pick<CheckContext, 'since' | 'signal'>,
): Promise<Said | undefined> {
  const file = wanted ?? path;
  const last = lastPart(file);
  const others = container ? (await world.docker.containers(signal)).filter(({ id }) => id !== container.id) : [];
  for (const { id, name: other } of others)
    if ((await world.docker.made(id, signal)).some((each) => lastPart(each) === last))
      return { because: message('file.other-container', { file, other, name }) };
  // A shell's history and its like are nobody's doing.
  const names = made.filter((each) => each !== path).flatMap((each) => /\/([^./][^/]*)$/.exec(each)?.[1] ?? []);
  const actual = nearest(last, names) ?? names.find((each) => each.toLowerCase().includes(last.toLowerCase()));
  const near = made.find((each) => actual !== undefined && lastPart(each) === actual);
  if (actual !== undefined && near !== undefined)
    return {
      because: message('file.other-name', { name, actual: near, file }),
      mismatch: { expected: file, actual },
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
