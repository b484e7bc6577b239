import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { ImagesOptions } from './options.ts';

export const images: Command<ImagesOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'images' }));
};
