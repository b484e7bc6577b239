import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { TestOptions } from './options.ts';

export const test: Command<TestOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'test' }));
};
