import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { ListOptions } from './options.ts';

export const list: Command<ListOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'list' }));
};
