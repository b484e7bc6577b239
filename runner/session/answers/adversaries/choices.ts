import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';
import { severalChoices } from './severalChoices.ts';

/** One of a few: by its text, its number, its letter. */
export function choices(asking: Asking, value: string): readonly AnswerAdversary[] {
  if (asking.all) return severalChoices(asking);
  const { choices: all = [] } = asking;
  const at = all.indexOf(value);
  const next = (at + 1) % all.length;
  const other = all[next] ?? '';
  const letter = (index: number) => 'abcdefghijklmnopqrstuvwxyz'[index] ?? '';
  const isCounted = !all.some((each) => /^\d+$/.test(each));
  const isLettered = !all.some((each) => /^[a-z]$/i.test(each));
  return [
    ...dressed(value),
    ...right({
      'capital letters': value.toUpperCase(),
      'full width': wide(value),
      ...(isCounted && {
        'its number': String(at + 1),
        'its number in brackets': `(${at + 1})`,
        'its number of full width': wide(String(at + 1)),
        'its number in Japanese': `${at + 1}番`,
        'its number and its text': `${at + 1}. ${value}`,
      }),
      ...(isLettered && {
        'its letter': letter(at),
        'its capital letter': letter(at).toUpperCase(),
        'its letter and a bracket': `${letter(at)})`,
        'its letter and its text': `${letter(at)}) ${value}`,
      }),
    }),
    ...wrong({
      'another one': other,
      'one of two': `${value} or ${other}`,
      'all of them': all.join(', '),
      denied: `not ${value}`,
      ...(isCounted && {
        "another's number": String(next + 1),
        'its number and another text': `${at + 1}. ${other}`,
        'a number too much': String(all.length + 1),
        zero: '0',
        'two numbers': `${at + 1} ${next + 1}`,
      }),
      ...(isLettered && {
        "another's letter": letter(next),
        'two letters': `${letter(at)} or ${letter(next)}`,
        'its letter and another text': `${letter(at)}) ${other}`,
        'a letter too much': letter(all.length),
      }),
    }),
  ];
}
