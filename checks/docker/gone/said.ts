import { type Message, message } from '../../../runner/api.ts';
import type { Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import type { GoneParams } from './check.ts';
import type { Remains, Target } from './source.ts';

/** What must be gone, and what it is. */
export function target(wanted: GoneParams): Target {
  const kinds = ['container', 'image', 'network', 'volume'] as const;
  const noun = kinds.find((each) => wanted[each] !== undefined) ?? 'container';
  return { noun, reference: wanted[noun] ?? '' };
}

export const isGone = ({ noun }: Target, name: string): Message =>
  noun === 'container' ? message('gone.both', { name }) : message('gone.gone', { noun, name });

export const still =
  ({ noun }: Target) =>
  ({ name, is: { state = '', leaves } }: Subject<Remains>): Said => {
    if (state === 'paused' && !leaves) return { because: message('gone.paused', { name }) };
    // On the way to what is asked, so it is told and not counted.
    if (['created', 'exited', 'dead'].includes(state) && !leaves)
      return { because: message('gone.stopped', { name }), excused: true };
    const because = state === 'there' ? message('gone.there', { noun, name }) : message('gone.running', { name });
    return { because, attempt: false };
  };

export const left = ({ name, is: { process: pid = 0 } }: Subject<Remains>): Said => ({
  because: message('gone.process', { name, pid }),
});
