import { passed, pending, type Verdict } from '../../verdict/verdict.ts';
import { message, verbatim } from '../../words/message.ts';
import type { QuestionEvidence } from '../event.ts';
import { at } from './choice.ts';
import { alike, literally, plain, unframed, unprompted } from './plain.ts';

/** What parts one choice from the next; `or` does not: who says that has not chosen. */
const between = /^(?:and|both|all|also|plus|と|や|及び|および|両方)$/i;

/** Which choices an answer names, from 0; undefined where something else stands in it. */
export function chosenIn(text: string, choices: readonly string[]): readonly number[] | undefined {
  const whole = unframed(unprompted(text));
  // A choice may have a comma in it, or another choice: the longest is looked for first.
  const longest = choices.map((each, index) => ({ text: plain(each), index })).toSorted(byLength);
  // Where choices are numbers or letters themselves, parts tell which is meant.
  const words = longest.filter((each) => !/^(?:\d+|[a-z])$/i.test(each.text));
  const marked = words.reduce(
    (now, each) =>
      now.replace(new RegExp(`(?<![\\w-])${literally(each.text)}(?![\\w-])`, 'gi'), ` \u0001${each.index}\u0001 `),
    whole,
  );
  const pieces = marked
    .split(/[\s,;/&+、。・]+|(?<=[\d)）])[とや](?=[\d(（])/)
    .filter((each) => each !== '' && !between.test(each));
  const found = pieces.map((each) => {
    const [, index] = /^\u0001(\d+)\u0001$/.exec(each) ?? [];
    return index === undefined ? at(each, choices) : Number(index);
  });
  // `1. the shim` names one choice twice.
  return found.includes(-1) ? undefined : [...new Set(found)];
}

const byLength = (one: { readonly text: string }, other: { readonly text: string }): number =>
  other.text.length - one.text.length;

/** Judges an answer to a question of which all right choices are asked for, and no other. */
export function judgeAll({ given, expected, near, choices = [] }: QuestionEvidence): Verdict {
  const wanted = indexesOf(expected, choices);
  const chosen = chosenIn(plain(given), choices);
  const tried = { attempt: true } as const;
  if (!chosen || chosen.length === 0) return pending(message('answer.wrong', { given: given.trim() }), tried);
  const isRight = (index: number) => wanted.includes(index);
  if (chosen.every(isRight)) {
    if (chosen.length === wanted.length) return passed(message('answer.right', { given: given.trim() }));
    return pending(message('answer.incomplete', { given: given.trim() }), tried);
  }
  const known = near.find(({ value }) => indexesOf([value], choices).some((each) => chosen.includes(each)));
  if (known) return pending(verbatim(known.say), tried);
  // Where one alone is too much, nobody has to guess whether anything of it was right.
  const some = chosen.some(isRight);
  return pending(message(some ? 'answer.partly' : 'answer.wrong', { given: given.trim() }), tried);
}

const indexesOf = (texts: readonly string[], choices: readonly string[]): readonly number[] => {
  const all = texts.map((text) => choices.findIndex((each) => alike(each, text)));
  return [...new Set(all.filter((index) => index >= 0))];
};
