import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { NewOptions } from './options.ts';

export const newLab: Command<NewOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'new' }));
};
