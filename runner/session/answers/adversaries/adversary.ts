import type { AnswerKind } from '../../../lab/answerKind.ts';
import type { Asked } from '../kind.ts';

/** An answer that nobody declared, with its outcome. */
export type AnswerAdversary = {
  /** What is tried, in a few words. Unique among those of its kind. */
  readonly name: string;
  readonly given: string;
  /** `wrong`: it stays pending, whatever it earns. */
  readonly outcome: 'right' | 'wrong';
};

/** What an adversary has to know of the question. */
export type Asking = Pick<Asked, 'about' | 'subject'> & {
  readonly kind: AnswerKind;
  readonly column?: string;
  readonly choices?: readonly string[];
  readonly all?: true;
  readonly tolerance?: string;
  /** Every right value, facts filled in: what is one of them is no wrong answer. */
  readonly expected?: readonly string[];
};

type Ways = Readonly<Record<string, string>>;

const outcome =
  (kind: AnswerAdversary['outcome']) =>
  (ways: Ways): readonly AnswerAdversary[] =>
    Object.entries(ways).map(([name, given]) => ({ name, given, outcome: kind }));

export const right = outcome('right');
export const wrong = outcome('wrong');

/** What people put around any value; a text that ends in a sign keeps it. */
export const dressed = (value: string): readonly AnswerAdversary[] =>
  right({
    'as it is': value,
    'blanks around it': `  ${value}  `,
    'double quotes': `"${value}"`,
    'curly quotes': `“${value}”`,
    'Japanese quotes': `「${value}」`,
    'as code': `\`${value}\``,
    'a full stop': `${value}.`,
    'a Japanese full stop': `${value}。`,
    'an exclamation mark of full width': `${value}！`,
    'a Japanese sentence': `${value}です`,
  });

/** Letters and digits as an input method writes them. */
export const wide = (text: string): string =>
  text.replace(/[!-~]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0));
