import { type Message, message } from '../../words/message.ts';
import type { Back } from '../terminal/lookBack.ts';

/** Where the learner is in the shell's output, and the ways on and back. */
export function backMessage({ lines, search }: Back): Message {
  switch (search?.status) {
    case 'typing':
      return message('screen.back.typing', { text: search.text });
    case 'found':
      return message('screen.back.found', { lines, text: search.text });
    case 'none':
      return message('screen.back.none', { lines, text: search.text });
    case undefined:
      return message('screen.back', { lines });
  }
}
