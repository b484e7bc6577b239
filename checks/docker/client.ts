import {
  type Container,
  callsIn,
  type HostProcess,
  type Message,
  message,
  nearest,
  readShell,
  type ShellCommand,
  type World,
} from '../../runner/api.ts';
import type { Obstacle } from '../kit/judge.ts';
import { lastPart, lineOf, wordsOf } from './words.ts';

/** It asks for more than to be told something. */
export const isChange = ({ method }: { readonly method: string }): boolean => method !== 'GET' && method !== 'HEAD';

/** Whether a reference, as a client gives it, means this object: its name, its id, or how its id begins. */
export function means(reference: string, { id, name }: { readonly id: string; readonly name: string }): boolean {
  const plain = (text: string) => text.replace(/^\/|^sha256:|:latest$/g, '');
  const [asked, whole] = [plain(reference), plain(id)];
  return asked === plain(name) || (asked !== '' && /^[0-9a-f]{64}$/.test(whole) && whole.startsWith(asked));
}

/** Characters that look like a dash or a quotation mark and are none: what is copied from a page often has them. */
const typographic = /[‐‑‒–—―“”„‘’]/;

/** What a line is told that has such a character in it. */
export function typography(line: string): Message | undefined {
  const [letter] = typographic.exec(line) ?? [];
  return letter === undefined ? undefined : message('client.typography', { letter });
}

const verbs =
  /^(?:attach|commit|cp|diff|exec|export|inspect|kill|logs|pause|port|rename|restart|rm|start|stats|stop|top|unpause|update|wait)$/;

/** What a line is told that names a container before it says what to do with it. */
export function misordered(line: string, containers: readonly Container[]): Message | undefined {
  const [client, ...words] = wordsOf(line);
  const group = words[0] === 'container' ? words.slice(0, 1) : [];
  const [name = '', verb = '', ...rest] = words.slice(group.length);
  if (client !== 'docker' || !verbs.test(verb) || !containers.some((each) => means(name, each))) return undefined;
  return message('client.misordered', { verb, name, line: lineOf(['docker', ...group, verb, name, ...rest]) });
}

/** The last line in which a client was to do one of these and the engine was not even asked: a flag that is none, a name that is none. */
export function clientFailed(
  { shell, docker }: World,
  since: number,
  verbs: readonly string[],
): (Obstacle & { readonly at: number }) | undefined {
  const commands = shell.commands(since);
  const last = commands.findLast((each) => isOf(each, verbs));
  if (!last || last.exitCode === 0) return undefined;
  const { line, exitCode: code, at } = last;
  const before = commands.findLast((each) => each.at < at)?.at ?? since;
  if (docker.calls(before).some((each) => isChange(each) && each.at <= at)) return undefined;
  const hint = typography(line);
  return { at, because: message('client.failed', { line, code }), vague: true, ...(hint && { hint }) };
}

/** Whether a line was meant to be one of the client's, whatever became of its name. */
function isOf({ line }: Pick<ShellCommand, 'line'>, verbs: readonly string[]): boolean {
  const isNear = (word: string, known: readonly string[]) => known.includes(word) || nearest(word, known) !== undefined;
  // A wide blank was meant as one, and what another shell is told to run is one word.
  return callsIn(readShell(line.replace(/[^\S\n]/g, ' '))).some(({ name, args }) => {
    const client = [name, ...args].findIndex((word) => isNear(word, ['docker']));
    const isClient = client >= 0 && args.slice(client).some((word) => isNear(word, verbs));
    return isClient || args.some((word) => /\s/.test(word) && isOf({ line: word }, verbs));
  });
}

/** The client on the machine that is at one of these verbs now: what it was told to do may be half done. */
export const clientAt = (processes: readonly HostProcess[], verbs: readonly string[]): HostProcess | undefined =>
  processes.find(
    ({ args: [first = '', ...rest] }) => lastPart(first) === 'docker' && rest.some((each) => verbs.includes(each)),
  );
