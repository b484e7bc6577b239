import type { Message } from '../words/message.ts';
import type { Core } from './core.ts';

/** Tells, once, that the machine cannot be asked. */
export function beginTrouble(core: Core, trouble: Message): void {
  if (JSON.stringify(core.state().trouble) !== JSON.stringify(trouble)) core.emit({ type: 'trouble.began', trouble });
}

/** The machine can be asked again. What is of images, or of the journal, is no matter of that. */
export function endTrouble(core: Core): void {
  const { trouble, troubleOf } = core.state();
  if (trouble && troubleOf === undefined) core.emit({ type: 'trouble.ended' });
}
