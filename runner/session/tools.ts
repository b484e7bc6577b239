import type { Step } from '../lab/lab.ts';
import { callsIn } from '../lab/shell/calls.ts';
import { readShell } from '../lab/shell/tree.ts';
import { errored } from '../verdict/verdict.ts';
import { message } from '../words/message.ts';
import type { World } from '../world/world.ts';
import { blocked, type Judged } from './judgeCheck.ts';
import { callOfWords } from './line/call.ts';

/** How a shell says that it knows no such command (bash(1), EXIT STATUS). */
const notFound = 127;

/** How long looking for a program may take, in ms. */
const deadline = 5_000;

/** The programs that a shell text calls; what one of them may have given that name itself is among them. */
const programsIn = (text: string): readonly string[] => {
  const calls = callsIn(readShell(text));
  return [...new Set(calls.flatMap(({ name, args }) => [name, callOfWords([name, ...args])?.program ?? name]))];
};

/** The programs that a step's right ways call. */
export const toolsOf = ({ look, solution, variants }: Step): ReadonlySet<string> =>
  new Set([look, solution, ...variants.map(({ run }) => run)].flatMap(programsIn));

/** It is there; or the machine was made without it, and nothing is missing. */
const isThere = 'command -v "$tool" || ! grep -qxFe "$tool" /usr/lib/seatrial/programs';

/**
Tells a machine that lacks a program from a learner who has not done the step yet: they called what the step's own solution
calls, the shell did not find it, and it is not there, though the machine was made with it. Undefined where that is not so.
*/
export async function withoutTool(world: World, step: Step, since: number): Promise<Judged | undefined> {
  const last = world.shell.commands(since).findLast(({ exitCode }) => exitCode === notFound);
  const needed = toolsOf(step);
  for (const tool of last ? programsIn(last.line) : []) {
    if (!needed.has(tool)) continue;
    const { exitCode } = await world.shell.script(isThere, { tool }, deadline);
    if (exitCode !== 0) return blocked({}, errored('machine', message('check.tool-missing', { tool })));
  }
  return undefined;
}
