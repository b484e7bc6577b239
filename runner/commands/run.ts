import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import { openLab } from './labs.ts';
import type { RunOptions } from './options.ts';

/** Opens a lab for a learner in a terminal; without one it is played by its own solutions. */
export const run: Command<RunOptions> = async (context, { lab, plain, json }) => {
  const labs = openLab(lab, context);
  const inTerminal = Boolean(context.stdin.isTTY && context.stdout.isTTY);
  if (json && inTerminal) throw new UsageError(message('run.json-terminal'));
  if (!inTerminal) return (await import('./run/playOut.ts')).playOut(context, { labs, json: json ?? false });
  return (await import('./run/learn.ts')).learn(context, { labs, plain: plain ?? false, ask: true });
};
