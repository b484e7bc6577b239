import { readShell, wholeEnd } from '../../lab/shell/tree.ts';
import { type Change, mutators, type Surroundings } from './mutators.ts';
import { phrasesOf } from './words.ts';

/** A solution with one small thing wrong. */
export type Mutant = {
  readonly change: Change;
  /** All that is typed. */
  readonly run: string;
  /** The changed line alone, as it was and as it is; without `now` where it was left out. */
  readonly line: { readonly was: string; readonly now?: string };
};

/** Every small wrong version of a shell text, each once; what is right as well (`right`) is left out. */
export function mutantsOf(text: string, surroundings: Surroundings, right: readonly string[] = []): readonly Mutant[] {
  const whole = text.trimEnd();
  const found = [...changed(whole, surroundings), ...shortened(whole)].toSorted((one, other) => one.at - other.at);
  const known = new Set([text, ...right].map((each) => each.trim()));
  return found.filter(({ run }) => {
    const fresh = !known.has(run.trim());
    known.add(run.trim());
    return fresh;
  });
}

/** With the line on which it differs, by its number. */
type Placed = Mutant & { readonly at: number };

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

/** One word of it is another one, or gone. */
const changed = (text: string, surroundings: Surroundings): readonly Placed[] =>
  phrasesOf(text).flatMap((words) =>
    words.flatMap((word, index) =>
      mutators.flatMap((mutate): readonly Placed[] => {
        const next = words[index + 1];
        const made = mutate(word, next, surroundings);
        if (!made) return [];
        const to = made.over === 'both' && next ? next.to : word.to;
        const behind = text.slice(to);
        const rest = made.text + (made.text === '' ? behind.replace(/^[ \t]+/, '') : behind);
        const [first, last] = [text.lastIndexOf('\n', word.from - 1) + 1, lineEnd(text, to)];
        const before = text.slice(first, word.from);
        const now = (before + rest.slice(0, rest.length - (text.length - last))).trimEnd();
        const line = { was: text.slice(first, last), now };
        const run = text.slice(0, first) + now + text.slice(last);
        return [{ change: made.change, run, line, at: lineAt(text, word.from) }];
      }),
    ),
  );

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** One of its commands is left out, with all of its lines: whole lines, as they are typed. */
function shortened(text: string): readonly Placed[] {
  const lines = text.split('\n');
  const spans = readShell(text).commands.map((node) => ({
    from: lineAt(text, node.pos),
    to: lineAt(text, wholeEnd(node)),
  }));
  const apart: Span[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (last && span.from <= last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else apart.push(span);
  }
  if (apart.length < 2) return [];
  return apart.map(({ from, to }) => ({
    change: 'line-left-out',
    run: lines.toSpliced(from, to - from + 1).join('\n'),
    line: { was: lines.slice(from, to + 1).join('\n') },
    at: to,
  }));
}

type Span = { readonly from: number; readonly to: number };

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
