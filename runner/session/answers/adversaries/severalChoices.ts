import { alike } from '../plain.ts';
import { type AnswerAdversary, type Asking, right, wide, wrong } from './adversary.ts';

/** All right ones of a few: by their texts, numbers and letters, in any order. */
export function severalChoices({ choices: all = [], expected = [] }: Asking): readonly AnswerAdversary[] {
  const indexes = all.flatMap((each, index) => (expected.some((one) => alike(one, each)) ? [index] : []));
  const others = all.flatMap((_, index) => (indexes.includes(index) ? [] : [index]));
  const texts = (some: readonly number[]) => some.map((index) => all[index] ?? '');
  const numbers = (some: readonly number[]) => some.map((index) => String(index + 1));
  const letters = (some: readonly number[]) => some.map((index) => 'abcdefghijklmnopqrstuvwxyz'[index] ?? '');
  const backwards = indexes.toReversed();
  const isCounted = !all.some((each) => /^\d+$/.test(each));
  const isLettered = !all.some((each) => /^[a-z]$/i.test(each));
  const [other] = others;
  const isSeveral = indexes.length > 1;
  return [
    ...right({
      'their texts': texts(indexes).join(', '),
      'their texts backwards': texts(backwards).join(', '),
      'their texts in a sentence': texts(indexes).join(' and '),
      'their texts in Japanese': `${texts(indexes).join('、')}です`,
      'their texts twice': texts([...indexes, ...indexes]).join(', '),
      ...(isCounted && {
        'their numbers': numbers(indexes).join(' '),
        'their numbers backwards': numbers(backwards).join(', '),
        'their numbers of full width': wide(numbers(indexes).join('、')),
        'their numbers in a sentence': numbers(indexes).join(' and '),
        'their numbers and their texts': indexes.map((index) => `${index + 1}. ${all[index]}`).join(', '),
      }),
      ...(isLettered && {
        'their letters': letters(indexes).join(' '),
        'their capital letters': letters(indexes).join(', ').toUpperCase(),
      }),
    }),
    ...wrong({
      ...(other !== undefined && {
        'one too much': texts([...indexes, other]).join(', '),
        'every one': texts(all.map((_, index) => index)).join(', '),
        'another one': texts([other]).join(', '),
        'the others': texts(others).join(', '),
        ...(isCounted && { 'one number too much': numbers([...indexes, other]).join(' ') }),
      }),
      ...(isSeveral && {
        'the first alone': texts(indexes.slice(0, 1)).join(''),
        'the last alone': texts(indexes.slice(-1)).join(''),
        'one or the other': texts(indexes).join(' or '),
        ...(isCounted && { 'one number too few': numbers(indexes.slice(1)).join(' ') }),
      }),
      denied: `not ${texts(indexes).join(', ')}`,
      ...(isCounted && { 'a number that none has': [...numbers(indexes), String(all.length + 1)].join(' ') }),
      'a word besides': `${texts(indexes).join(', ')}, perhaps`,
    }),
  ];
}
