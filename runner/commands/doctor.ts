import { message } from '../words/message.ts';
import type { Command } from './context.ts';
import { UsageError } from './fail.ts';
import type { DoctorOptions } from './options.ts';

export const doctor: Command<DoctorOptions> = async () => {
  throw new UsageError(message('commands.absent', { command: 'doctor' }));
};
