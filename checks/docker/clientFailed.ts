import { message, nearest, type ShellCommand, type World } from '../../runner/api.ts';
import type { Obstacle } from '../kit/judge.ts';

/** Characters that look like a dash or a quotation mark and are none: what is copied from a page often has them. */
const typographic = /[‐‑‒–—―“”„‘’]/;

/** The last line in which a client was to do one of these and the engine was not even asked: a flag that is none, a name that is none. */
export function clientFailed(
  world: World,
  since: number,
  verbs: readonly string[],
): (Obstacle & { askedNothing: boolean }) | undefined {
  const commands = world.shell.commands(since);
  const last = commands.findLast((each) => isOf(each, verbs));
  if (!last || last.exitCode === 0) return undefined;
  const before = commands.findLast(({ at }) => at < last.at)?.at ?? since;
  const asked = world.docker
    .calls(before)
    .some(({ method, at }) => method !== 'GET' && method !== 'HEAD' && at <= last.at);
  if (asked) return undefined;
  const { line, exitCode: code, at } = last;
  const [letter] = typographic.exec(line) ?? [];
  return {
    at,
    because: message('client.failed', { line, code }),
    vague: true,
    ...(letter && { hint: message('client.typography', { letter }) }),
    askedNothing: true,
  };
}

/** Whether a line was meant to be one of the client's, whatever became of its name. */
function isOf({ line }: ShellCommand, verbs: readonly string[]): boolean {
  const words = line.trim().split(/\s+/);
  const client = words.findIndex((word) => word === 'docker' || nearest(word, ['docker']) !== undefined);
  return (
    client >= 0 && words.slice(client + 1).some((word) => verbs.includes(word) || nearest(word, verbs) !== undefined)
  );
}
