import type { Message } from '../../../words/message.ts';
import { WorldError } from '../../../world/world.ts';

/** Something about a cluster of somebody's own: it is not to be seen on this computer, so the explanation says what to type. */
export class ForeignError extends WorldError {
  constructor(explanation: Message, { cause }: { readonly cause?: unknown } = {}) {
    super(explanation, { code: 'foreign', cause });
    this.name = 'ForeignError';
  }
}
