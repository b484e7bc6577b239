import { unframed } from './plain.ts';

const english = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const japanese = [...'零一二三四五六七八九十'];

/** A small number that is written as a word, alone or in front of what it counts: `one`, `三つ`, `three Pods`; any other text as it is. */
export function digitsFor(text: string): string {
  const [, word = '', counted = ''] = /^(?:there (?:are|is) )?(\S+)((?: [a-z]+)?)$/i.exec(unframed(text)) ?? [];
  const plain = word.toLowerCase().replace(/[個つ台本番]$/, '');
  const number = Math.max(english.indexOf(plain), japanese.indexOf(plain));
  return number < 0 ? text : `${number}${counted}`;
}
