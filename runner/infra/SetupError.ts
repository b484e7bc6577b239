import type { Message } from '../words/message.ts';
import { WorldError, type WorldErrorOptions } from '../world/world.ts';

/** Something that Seatrial needs could not be made ready. The explanation says what is missing and what to type. */
export class SetupError extends WorldError {
  constructor(explanation: Message, options: Omit<WorldErrorOptions, 'blame'> = {}) {
    super(explanation, { ...options, blame: 'machine' });
    this.name = 'SetupError';
  }
}
