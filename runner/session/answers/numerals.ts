import { unframed } from './plain.ts';

const english = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const japanese = [...'零一二三四五六七八九十'];

/** A small number that is written as a word alone: `one`, `三`, `三つ`; any other text as it is. */
export function digitsFor(text: string): string {
  const word = unframed(text)
    .toLowerCase()
    .replace(/[個つ台本番]$/, '');
  const number = Math.max(english.indexOf(word), japanese.indexOf(word));
  return number < 0 ? text : String(number);
}
