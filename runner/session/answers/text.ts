import { errorsIn } from './errors.ts';
import { type Kind, reading } from './kind.ts';
import { alike, bare, unframed } from './plain.ts';

/** A text of any other kind: the same words, whatever stands around them. */
export const text: Kind = {
  read: (given) => reading([bare(given)]),
  same: (value, wanted) => alike(value, wanted) || alike(unframed(value), wanted),
};

const denial =
  /\b(?:not|isn't|never|no longer|without|instead of|rather than)\b|では?(?:な|あ?り?ませ)|じゃ(?:な|あ?り?ませ)/i;
/** `cat: can't open '/x': Permission denied`: whoever complains, about what, and of what. */
const complaint = /^(?:\S+: )?[\w./-]+:.*$/;

/** An error, in whichever shell's or program's words it comes, or by its name. */
export const error: Kind = {
  read: (given) => {
    const { codes, rest } = errorsIn(given);
    return reading(complaint.test(given) || !denial.test(rest) ? codes : []);
  },
  same: (value, wanted) => errorsIn(wanted).codes.includes(value),
};
