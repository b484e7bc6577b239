import { type Change, mutators, type Surroundings } from './mutators.ts';
import { wordsOf } from './words.ts';

/** A solution with one small thing wrong. */
export type Mutant = {
  readonly change: Change;
  /** All that is typed. */
  readonly run: string;
  /** The changed line alone, as it was and as it is; without `now` where it was left out. */
  readonly line: { readonly was: string; readonly now?: string };
};

/** Where one line is part of a larger command, leaving it out leaves the shell waiting for the rest. */
const spansLines = /<<|\b(?:do|then|case)\b|[\\{(]$/m;

/** Every small wrong version of a shell text, each once; what is right as well (`right`) is left out. */
export function mutantsOf(text: string, surroundings: Surroundings, right: readonly string[] = []): readonly Mutant[] {
  const lines = text.trimEnd().split('\n');
  const found = lines.flatMap((was, at): readonly Mutant[] => {
    const changed = changesOf(was, surroundings).map(({ change, now }): Mutant => {
      return { change, run: lines.with(at, now).join('\n'), line: { was, now } };
    });
    const isWhole = lines.length > 1 && was.trim() !== '' && !spansLines.test(text);
    const rest: Mutant = { change: 'line-left-out', run: lines.toSpliced(at, 1).join('\n'), line: { was } };
    return isWhole ? [...changed, rest] : changed;
  });
  const known = new Set([text, ...right].map((each) => each.trim()));
  return found.filter(({ run }) => {
    const fresh = !known.has(run.trim());
    known.add(run.trim());
    return fresh;
  });
}

function changesOf(line: string, surroundings: Surroundings): readonly { change: Change; now: string }[] {
  const words = wordsOf(line);
  return words.flatMap((word, index) =>
    mutators.flatMap((mutate) => {
      const next = words[index + 1];
      const made = mutate(word, next, surroundings);
      if (!made) return [];
      const to = made.over === 'both' && next ? next.to : word.to;
      const rest = line.slice(to);
      const now =
        made.text === '' ? line.slice(0, word.from) + rest.trimStart() : line.slice(0, word.from) + made.text + rest;
      return [{ change: made.change, now: now.trimEnd() }];
    }),
  );
}

/** At most so many of them, from all parts of the solution alike. */
export const sample = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : all.filter(
        (_, index) => Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
      );

/** Answers that are right but for one: another number, the next address, a letter less or more. */
export function nearlyRight(right: string): readonly string[] {
  const end = /^(.*?)(\d+)$/.exec(right);
  if (!end) return [right.slice(0, -1), `${right}x`].filter((each) => each !== '');
  const [, before = '', digits = ''] = end;
  const number = Number(digits);
  return [number + 1, number - 1].filter((each) => each >= 0).map((each) => before + each);
}
