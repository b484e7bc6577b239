import { nearest } from '../../lab/nearest.ts';

const swapped = (word: string): readonly string[] =>
  [...word].slice(1).map((_, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2));

/** The known word that is probably meant, two letters that have changed places first; undefined where none is near, or it is right. */
export function meantBy(word: string, known: readonly string[]): string | undefined {
  const found = swapped(word).find((each) => known.includes(each)) ?? nearest(word, known);
  return found === word ? undefined : found;
}
