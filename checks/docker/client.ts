import { type HostProcess, message, nearest, type ShellCommand, type World } from '../../runner/api.ts';
import type { Obstacle } from '../kit/judge.ts';
import { lastPart } from './words.ts';

/** Characters that look like a dash or a quotation mark and are none: what is copied from a page often has them. */
const typographic = /[‐‑‒–—―“”„‘’]/;

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
  const [letter] = typographic.exec(line) ?? [];
  return {
    ...{ at, because: message('client.failed', { line, code }), vague: true },
    ...(letter && { hint: message('client.typography', { letter }) }),
  };
}

/** It asks for more than to be told something. */
export const isChange = ({ method }: { readonly method: string }): boolean => method !== 'GET' && method !== 'HEAD';

/** Whether a line was meant to be one of the client's, whatever became of its name. */
function isOf({ line }: ShellCommand, verbs: readonly string[]): boolean {
  const words = line.trim().split(/\s+/);
  const isNear = (word: string, known: readonly string[]) => known.includes(word) || nearest(word, known) !== undefined;
  const client = words.findIndex((word) => isNear(word, ['docker']));
  return client >= 0 && words.slice(client + 1).some((word) => isNear(word, verbs));
}

/** The clients on the machine that are at one of these verbs now: what they were told to do may be half done. */
export const clientsAt = (processes: readonly HostProcess[], verbs: readonly string[]): readonly HostProcess[] =>
  processes.filter(
    ({ args: [first = '', ...rest] }) => lastPart(first) === 'docker' && rest.some((each) => verbs.includes(each)),
  );
