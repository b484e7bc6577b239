import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { RunOptions } from './options.ts';

export const run: Command<RunOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'run' }));
};
