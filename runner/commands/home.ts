import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { HomeOptions } from './options.ts';

export const home: Command<HomeOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'home' }));
};
