import { type Message, message, type World } from '../../runner/api.ts';
import { hasAskedNothing } from './tried.ts';

/** A line by which the learner wanted into a Pod, and whose client gave up before it asked anything of the cluster. */
export type GaveUp = { readonly line: string; readonly code: number; readonly at: number };

const intoPod = /(?:^|[\s;|&(])(?:kubectl|k9s|k)\s.*\b(?:exec|attach|cp|debug)\b/;

/** The last of them, unless another command into a Pod came after it. */
export function lastGivenUp({ kubernetes, shell }: World, since: number): GaveUp | undefined {
  const commands = shell.commands(since);
  const index = commands.findLastIndex(({ line }) => intoPod.test(line));
  const last = commands[index];
  if (!last || last.exitCode === 0) return undefined;
  const calls = kubernetes.audited ? [...kubernetes.actions(since), ...kubernetes.strays(since)] : [];
  if (!hasAskedNothing(last.at, commands[index - 1]?.at ?? since, calls)) return undefined;
  return { line: last.line, code: last.exitCode, at: last.at };
}

/** What to say of it. kubectl takes a program only behind `--`, by which it tells the program's words from its own. */
export const whyGivenUp = ({ line, code }: GaveUp): Message =>
  /\bexec\b/.test(line) && !/\s--\s/.test(line)
    ? message('kube.no-dashes', { line })
    : message('kube.client-failed', { line, code });
