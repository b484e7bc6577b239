import { type Kind, reading } from './kind.ts';
import { alike, bare, unframed, unprompted } from './plain.ts';

/** In words: `the second one`, 二つ目. */
const ordinals = [/^(?:first|一)$/i, /^(?:second|二)$/i, /^(?:third|三)$/i, /^(?:fourth|四)$/i, /^(?:fifth|五)$/i];

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Which of the choices a piece of an answer is, from 0: its text, its number or its letter. */
export function at(piece: string, choices: readonly string[]): number {
  const byText = choices.findIndex((each) => alike(each, piece));
  if (byText >= 0) return byText;
  const sign = bare(piece)
    .replace(/^[([]|[)\]]$/g, '')
    .replace(/^(?:(?:option|選択肢|choice|answer|number|no|nr)\.? ?|#|第)/i, '')
    .replace(/^the (?=\w+(?: one)?$)| one$/gi, '')
    .replace(/(?:番目?|つ目)$/, '');
  const counted = ordinals.findIndex((each) => each.test(sign));
  if (counted >= 0) return inside(counted, choices);
  // Where choices are numbers themselves, a number is a text.
  if (/^\d{1,2}$/.test(sign))
    return choices.some((each) => /^\d+$/.test(each)) ? -1 : inside(Number(sign) - 1, choices);
  const isLetter = /^[a-z]$/i.test(sign) && !choices.some((each) => /^[a-z]$/i.test(each));
  return isLetter ? inside(letters.indexOf(sign.toLowerCase()), choices) : -1;
}

const inside = (index: number, choices: readonly string[]): number => (index < choices.length ? index : -1);

/** One of several choices. `b: the shim` is one where both are the same one. */
export const choice: Kind = {
  read: (text, { choices = [] }) => {
    const whole = unframed(unprompted(text));
    const one = at(whole, choices);
    if (one >= 0) return reading([String(one)]);
    const [, sign = '', words = ''] = /^\(?([a-z]|\d{1,2})[).:、]*[ ):.-] ?(.+)$/i.exec(whole) ?? [];
    const signed = [sign, words].map((each) => at(each, choices));
    if (!signed.includes(-1)) return reading(signed.map(String));
    const pieces = whole
      .split(/[,;/|&、()]|\b(?:or|and)\b|または|もしくは|[かと](?=\S)/i)
      .filter((each) => each.trim() !== '');
    const found = pieces.flatMap((each) => {
      const index = at(each, choices);
      return index >= 0
        ? [index]
        : each
            .trim()
            .split(/\s+/)
            .map((word) => at(word, choices));
    });
    return found.includes(-1) ? reading([]) : reading(found.map(String));
  },
  same: (value, wanted, { choices = [] }) => Number(value) === choices.findIndex((each) => alike(each, wanted)),
};
