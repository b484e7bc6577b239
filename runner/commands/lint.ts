import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { LintOptions } from './options.ts';

export const lint: Command<LintOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'lint' }));
};
