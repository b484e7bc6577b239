import type { LabIn } from '../../lab/lab.ts';
import { type Message, message } from '../../words/message.ts';
import { changeOf } from '../dev/change.ts';

/** What of a lab is to be proven: all of it, or these steps. */
export type Due = 'whole' | readonly string[];

/** What has to be proven of a lab after it has changed, and what to say about that. `known`: what was due before; `whole`: all is, whatever has changed. */
export function dueAfter(
  before: LabIn,
  lab: LabIn,
  known: Due | undefined,
  whole: boolean,
): { readonly due?: Due; readonly words: Message } {
  const { id } = lab.en;
  const { beyond, steps } = changeOf([before.en, before.ja], [lab.en, lab.ja]);
  if (whole || beyond) return { due: 'whole', words: message('watch.whole', { lab: id }) };
  if (steps.length === 0) return { ...(known && { due: known }), words: message('watch.same', { lab: id }) };
  const words = message('watch.steps', { lab: id, steps: steps.join(', ') });
  return { due: known === 'whole' ? known : [...new Set([...(known ?? []), ...steps])], words };
}
