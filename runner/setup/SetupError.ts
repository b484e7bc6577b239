import type { Message } from '../words/message.ts';
import { WorldError } from '../world/world.ts';

/** Something that Seatrial needs could not be made ready. The explanation says what is missing and what to type. */
export class SetupError extends WorldError {
  constructor(explanation: Message, options: { readonly cause?: unknown } = {}) {
    super(explanation, { ...options, blame: 'machine' });
    this.name = 'SetupError';
  }
}
