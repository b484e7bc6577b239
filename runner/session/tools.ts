import type { Step } from '../lab/lab.ts';
import { errored } from '../verdict/verdict.ts';
import { message } from '../words/message.ts';
import type { World } from '../world/world.ts';
import { blocked, type Judged } from './judging.ts';

/** How a shell says that it knows no such command (bash(1), EXIT STATUS). */
const notFound = 127;

/** How long looking for a program may take, in ms. */
const deadline = 5_000;

const firstWord = (line: string): string => line.trim().split(/\s+/)[0] ?? '';

/** The programs that a step's right ways begin their lines with. */
export const toolsOf = ({ solution, variants }: Step): ReadonlySet<string> =>
  new Set([solution, ...variants.map(({ run }) => run)].flatMap((text) => text.split('\n').map(firstWord)));

/**
Tells a machine that lacks a program from a learner who has not done the step yet: they called what the step's own solution
calls, the shell did not find it, and it is really not there. Undefined where that is not so.
*/
export async function withoutTool(world: World, step: Step, since: number): Promise<Judged | undefined> {
  const last = world.shell.commands(since).findLast(({ exitCode }) => exitCode === notFound);
  const tool = last && firstWord(last.line);
  if (!tool || !toolsOf(step).has(tool)) return undefined;
  const { exitCode } = await world.shell.script('command -v "$tool"', { tool }, deadline);
  if (exitCode === 0) return undefined;
  return blocked({}, errored('machine', message('check.tool-missing', { tool })));
}
