import { type Message, message } from '../../../runner/api.ts';
import type { Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import type { Remains } from './source.ts';

/** Nothing was done that counts, or it is under way. */
const still = ({ noun, state }: Remains, name: string): Said => ({
  because: state === 'there' ? message('gone.there', { noun, name }) : message('gone.running', { name }),
  attempt: false,
});

const only = (because: Message): Said => ({ because });

export function stillThere({ name, is }: Subject<Remains>): Said {
  const { noun, state = '', tried } = is;
  switch (tried?.did) {
    case 'works':
      return still(is, name);
    case 'asks':
      return { because: message('gone.asks', { line: tried.line }), excused: true };
    case 'failed':
      return tried.said;
    case 'missed':
      return only(message('gone.missed', { noun, reference: tried.reference, name }));
    case 'refused':
      if (state === 'running') return only(message('gone.refused', { name }));
      if (noun !== 'container') return only(message('gone.in-use', { noun, name }));
  }
  if (state === 'paused') return only(message('gone.paused', { name }));
  // On the way to what is asked, so it is told and not counted.
  if (['created', 'exited', 'dead'].includes(state))
    return { because: message('gone.stopped', { name }), excused: true };
  return still(is, name);
}

export const leftProcess = ({ name, is: { process: pid = 0 } }: Subject<Remains>): Said =>
  only(message('gone.process', { name, pid }));
