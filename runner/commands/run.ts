import { message } from '../words/message.ts';
import { type Command, exitCodes } from './context.ts';
import { UsageError } from './fail.ts';
import { openLab } from './labs.ts';
import type { RunOptions } from './options.ts';
import { trusted } from './trust.ts';

/** Opens a lab for a learner in a terminal; without one it is played by its own solutions. */
export const run: Command<RunOptions> = async (context, { lab, plain, json, trust }) => {
  const labs = openLab(lab, context);
  const inTerminal = Boolean(context.stdin.isTTY && context.stdout.isTTY);
  if (json && inTerminal) throw new UsageError(message('run.json-terminal'));
  if (!(await trusted(context, [labs.en], { trust: trust ?? false }))) return exitCodes.notFinished;
  if (!inTerminal) return (await import('./run/playOut.ts')).playOut(context, { labs, json: json ?? false });
  const { learn } = await import('./run/learn.ts');
  return (await learn(context, { labs, plain: plain ?? false, ask: true })).code;
};
