import { errorsIn } from './errors.ts';
import { type Kind, reading } from './kind.ts';
import { alike, bare, unframed, unprompted } from './plain.ts';

/** `X, not Y`, `X because …`, `YではなくX`: what is meant by it. */
const meant = (given: string): string =>
  given
    .replace(/^.+(?:では|じゃ)なく(?:て)?[、,]?\s*(?=\S)/, '')
    .replace(/[\s,;(]+(?:because|since|as (?:it|there))\b.*$|[、,;(]\s*(?:なぜなら|理由は).*$/i, '')
    .replace(/[\s,;(]+(?:not|rather than|instead of)\s+.*$/i, '');

/** A text of any other kind: the same words, whatever stands around them. */
export const text: Kind = {
  read: (typed, { expected }) => {
    const given = expected.some((each) => each.startsWith(typed.charAt(0))) ? typed : unprompted(typed);
    return reading([bare(expected.some((each) => alike(each, unframed(given))) ? given : meant(given))]);
  },
  same: (value, wanted) => [value, unframed(value)].some((each) => alike(parted(each), parted(wanted))),
};

/** `copy-on-write`, `copy on write (COW)`. */
const parted = (words: string): string =>
  words.replace(/(?<=[a-z])[-_](?=[a-z])/gi, ' ').replace(/ \([A-Z]{2,6}\)$/, '');

/** Where a clause ends. */
const boundary = /[,;、。\n()|!?]|:\s|\s-+\s|\b(?:because|since|but|and)\b|(?<=なくて?)/i;
const no = "not|isn't|wasn't|doesn't|didn't|never|no longer";
const beginning = new RegExp(`(?=\\b(?:${no}|without|rather than|instead of)\\b)`, 'i');
const denial = new RegExp(
  `^(?:${no}|rather than|instead of)\\b|^without <|\\bno <|(?:では|じゃ)(?:な|あり)|[はもと](?:出|表示|言|なり|あり|でき)\\S*(?:ません|ない)`,
  'i',
);
const takesBack = new RegExp(`^(?:${no})\\b(?!.*<)`, 'i');

/** `cat: can't open '/x': Permission denied`: whoever complains, about what, and of what. */
const complaint = /^(?:\S+: )?[\w./-]+:.*$/;

/** `No such process or file`, `Permission denied or not`: no error alone. */
const isOpen = (marked: string): boolean => /\bor(?! *<)|\bnot sure\b|\bmaybe not\b/i.test(marked);

/** The errors that a sentence names and does not deny, neither in front (`not <EPERM>`) nor behind (`<EPERM> is not it`). */
const meantIn = (marked: string): readonly string[] =>
  marked.split(boundary).flatMap((clause) => {
    const parts = clause.split(beginning).map((each) => each.trim());
    return parts.flatMap((each, index) => {
      const isTakenBack = />(?: (?:is|was))?$/.test(each) && takesBack.test(parts[index + 1] ?? '');
      return denial.test(each) || isTakenBack ? [] : [...each.matchAll(/<(\w+)>/g)].map(([, code = '']) => code);
    });
  });

/** An error, in whichever shell's or program's words it comes, or by its name. */
export const error: Kind = {
  read: (given) => {
    const { codes, marked } = errorsIn(given.replaceAll('"', ' '));
    if (complaint.test(given)) return reading(codes);
    return reading(isOpen(marked) ? (codes.length > 1 ? codes : []) : meantIn(marked));
  },
  same: (value, wanted) => errorsIn(wanted).codes.includes(value),
};
