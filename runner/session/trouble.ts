import type { Message } from '../words/message.ts';
import type { Core } from './core.ts';
import type { TroubleOf } from './event.ts';

/** Tells, once, that the machine cannot be asked; or, with `of`, what else stands in the way. */
export function beginTrouble(core: Core, trouble: Message, of?: TroubleOf): void {
  if (JSON.stringify(core.state().trouble) !== JSON.stringify(trouble))
    core.emit({ type: 'trouble.began', trouble, ...(of && { of }) });
}

/** The machine can be asked again. What is of images, or of the journal, is no matter of that. */
export function endTrouble(core: Core): void {
  const { trouble, troubleOf } = core.state();
  if (trouble && troubleOf === undefined) core.emit({ type: 'trouble.ended' });
}

/** That something could not be prepared is over once it is tried again, or needed no more. */
export function endOwnTrouble(core: Core): void {
  const { troubleOf } = core.state();
  if (troubleOf === 'setup' || troubleOf === 'facts') core.emit({ type: 'trouble.ended' });
}
