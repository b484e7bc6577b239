import { nearest } from '../lab/nearest.ts';
import { type Message, message } from '../words/message.ts';

/** What to say about a word that is not known: the nearest of those that are, if one is near. `shown`: as it would be typed. */
export function didYouMean(
  given: string,
  known: readonly string[],
  shown = (name: string): string => name,
): readonly Message[] {
  const found = nearest(given, known);
  return found === undefined ? [] : [message('commands.did-you-mean', { suggestion: `\`${shown(found)}\`` })];
}
