import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { CleanOptions } from './options.ts';

export const clean: Command<CleanOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'clean' }));
};
