import { isFiller } from './filler.ts';
import type { Asked } from './kind.ts';
import { isSurelyProgram } from './programs.ts';

const open =
  /\b(?:or|nor|either|aka|maybe|perhaps|possibly|if|else|otherwise|also called)\b|または|もしくは|あるいは|かも/i;
/** What parts a sentence; brackets stay with what is in them. */
const boundary =
  /(\([^)]*\)|[,;:、。\n"|!?&/]|\s-+>?\s|=>|→|⇒|\b(?:but|and|then|not)\b|(?<=なくて?)|(?<=\w ?)[とかや](?= ?\w))/i;
const word = /[A-Za-z/~.][\w./@+~-]*(?:'s?(?![\w]))?/g;
/** What programs and their places are, beside their names. */
const kinds: ReadonlySet<string> = new Set(
  'shim binary executable daemon server sandbox infra infrastructure namespace namespaces'.split(' '),
);
const isNoName = (each: string): boolean => isFiller(each) || kinds.has(each.toLowerCase());
/** What may stand in front of a name that is given alone. */
const lead = /^(?:(?:also|then|even|just|it is|it's|that is|this is|is|PID \d+ is|called|named|by)\s+)+/i;
const subject = /^\s*(?:is|was|has|had|gets|got|does|did)\b|^\s*=|^\s?[とかもはが]/;

/** The words that the right answers and the plausible wrong ones are made of: `nginx: master process` → `nginx`, `master`. */
export const namesOf = ({ expected, near = [] }: Asked): ReadonlySet<string> =>
  new Set(
    [...expected, ...near]
      .flatMap((each) => each.toLowerCase().split(/[:\s]+/))
      .map((each) => each.slice(each.lastIndexOf('/') + 1))
      .filter((each) => /[a-z]/.test(each) && !isFiller(each)),
  );

/**
A sentence without the words that only explain: `pause, which keeps the namespaces` → `pause, which the`. What stays is each word that is surely
a program, and each other one that stands where a name does: alone, in a row of names, in front of `is`. Where nothing is sure, all stays.
*/
export function withoutProse(text: string, asked: Asked): string {
  const ones = namesOf(asked);
  const isSure = (each: string) => isSurelyProgram(each.replace(/[.,]$/, ''), ones);
  const sure = (text.match(word) ?? []).filter((each) => !/'s?$/.test(each) && isSure(each));
  if (sure.length === 0 || open.test(text)) return text;
  return text
    .split(boundary)
    .map((clause, index) => withoutExplaining(clause ?? '', index === 0, isSure))
    .join('');
}

function withoutExplaining(clause: string, isFirst: boolean, isSure: (word: string) => boolean): string {
  const inBrackets = /^\(.+\)$/.test(clause);
  const rest = clause.trim().replace(lead, '');
  const words = rest.match(word) ?? [];
  const isRow = !inBrackets && words.length <= 3 && !words.some(isNoName) && !/[\u3040-\u30ff]/.test(rest);
  return clause.replace(word, (each, at: number) => {
    if (/'s?$/.test(each)) return ' ';
    if (isFiller(each) || isSure(each) || isRow) return each;
    const behind = clause.slice(at + each.length);
    const isSubject = subject.test(behind) && each === words[0];
    // `initはplumberdです`.
    const isPredicate = /は\s*$/.test(clause.slice(0, at)) && /^\s*(?:です|だ|でした|である|$)/.test(behind);
    const isOpening = isFirst && at === clause.search(/\S/) && !/^[\u3040-\u9fff]/.test(behind);
    return !inBrackets && !isNoName(each) && (isSubject || isPredicate || isOpening) ? each : ' ';
  });
}
