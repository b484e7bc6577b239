import { literally } from './plain.ts';

/** Whose value is asked for, as far as facts tell. */
export type Subject = {
  /** The facts that it is read from: `first`. */
  readonly own?: readonly string[];
  /** What else a value may belong to, as a learner may call it: the names of other facts, what other questions speak of. */
  readonly others: readonly string[];
  /** Of a process: what its program is called. */
  readonly programs?: readonly string[];
  /** Of a process that the question names by its PID: that, in whichever namespace. */
  readonly pids?: readonly string[];
  /** From where a PID is asked for. */
  readonly place?: 'inside' | 'outside' | 'computer';
};

/** The same in other words: `second` is 2つ目. */
const ordinals: readonly RegExp[] = [
  /first|1st|(?:1|一|ひと)(?:つ|番|個|台)目|(?<!一番)最初/i,
  /second|2nd|(?:2|二|ふた)(?:つ|番|個|台)目/i,
  /third|3rd|(?:3|三|みっ)(?:つ|番|個|台)目/i,
];

/** What an ordinal counts where it is no name: `the second column`, `1 second`. */
const things =
  'columns?|lines?|numbers?|fields?|rows?|values?|words?|entr(?:y|ies)|process|try|attempt|guess|answer|time|question|step|terminal|shell|pane|window|列|行|回目|の?(?:値|数|欄)';
const counted = `(?! ?(?:${things}))`;

const formsOf = (name: string): string =>
  ordinals.find((form) => form.exec(name)?.[0] === name)?.source ?? literally(name);

/** In the place of a name while a text is read: no part of any word. */
const firstMark = 0xe000;

/** A text whose names of others are marks, and who is spoken of last in a piece of it. */
export function withOwners(
  text: string,
  others: readonly string[],
): { readonly text: string; readonly ownerIn: (piece: string) => string | undefined } {
  const names = others.filter((each) => each.trim() !== '').toSorted((one, other) => other.length - one.length);
  const said: string[] = [];
  const pattern = new RegExp(`(?<![\\w.-]|\\d )/?(?:${names.map(formsOf).join('|')})(?![\\w-]|\\.\\w)${counted}`, 'gi');
  const marked =
    names.length === 0
      ? text
      : text.replace(pattern, (name) => ` ${String.fromCharCode(firstMark + said.push(name) - 1)} `);
  const ownerIn = (piece: string) => {
    const mark = /[\ue000-\uf8ff](?=[^\ue000-\uf8ff]*$)/.exec(piece)?.[0];
    return mark === undefined ? undefined : said[mark.charCodeAt(0) - firstMark];
  };
  return { text: marked, ownerIn };
}

/** The other one of two, or one that is counted, in passing. */
const another = new RegExp(
  `\\b(?:the other(?: one)?|first|second|third|1st|2nd|3rd)\\b${counted}|もう(?:一|1|片)(?:つ|方)|他方|[123一二三]つ目|[123一二三]番目`,
  'i',
);

/** By what a value is called another's than the one before it; never by what is asked for. */
export function anotherIn(text: string, own: readonly string[] = []): string | undefined {
  const called = another.exec(text)?.[0];
  const isOwn = called !== undefined && own.some((each) => new RegExp(`^(?:${formsOf(each)})$`, 'i').test(called));
  return isOwn ? undefined : called;
}
