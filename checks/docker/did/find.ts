import { lastPart } from '../words.ts';
import { fits } from './glob.ts';

/** Undefined: it cannot be told. */
type Maybe = boolean | undefined;
/** What a part of the expression comes to for the file, and whether it shows it by an action of its own. */
type Part = { readonly value: Maybe; readonly shows: Maybe };
type Read = { readonly words: readonly string[]; at: number; hasAction: boolean };

const alone =
  /^-(?:empty|executable|no(?:group|user|leaf|warn)|readable|writable|true|false|prune|delete|quit|x?dev|mount|d|depth|daystart|follow|warn|(?:no)?ignore_readdir_race|print0?|ls)$/;
const showing = /^-(?:print0?|ls|printf|exec|execdir|ok|okdir)$/;
const acting = /^-(?:print|ls|exec|ok|fprint|fls|delete)/;

const and = (one: Maybe, other: Maybe): Maybe =>
  one === false || other === false ? false : one === undefined ? undefined : other;
const not = (one: Maybe): Maybe => (one === undefined ? undefined : !one);
const or = (one: Maybe, other: Maybe): Maybe => not(and(not(one), not(other)));

/** Whether `find` shows a file of this name that it comes across, by its expression; true where it has none. See find(1). */
export function finds(expression: readonly string[], file: string): Maybe {
  if (expression.length === 0) return true;
  const read: Read = { words: expression, at: 0, hasAction: false };
  const { value, shows } = list(read, file, true);
  if (read.at < expression.length) return undefined;
  return read.hasAction ? shows : value;
}

const next = ({ words, at }: Read): string => words[at] ?? '';

/** Parts with an operator between them; what stands right of it is reached only where `reached` says so. */
function joined(
  read: Read,
  operators: readonly string[],
  operand: (reached: Maybe) => Part,
  {
    reached,
    further,
    value,
  }: { reached: Maybe; further: (value: Maybe) => Maybe; value: (one: Maybe, other: Maybe) => Maybe },
): Part {
  let left = operand(reached);
  // Two parts side by side are as with `-a` between them.
  const goesOn = () =>
    operators.includes(next(read)) || (operators.includes('-a') && next(read) !== '' && !ends.includes(next(read)));
  while (goesOn()) {
    if (operators.includes(next(read))) read.at += 1;
    const right = operand(and(reached, further(left.value)));
    left = { value: value(left.value, right.value), shows: or(left.shows, right.shows) };
  }
  return left;
}

const ends = ['-o', '-or', ',', ')'];

const list = (read: Read, file: string, reached: Maybe): Part =>
  joined(read, [','], (each) => either(read, file, each), { reached, further: () => true, value: (_, last) => last });

const either = (read: Read, file: string, reached: Maybe): Part =>
  joined(read, ['-o', '-or'], (each) => both(read, file, each), { reached, further: not, value: or });

const both = (read: Read, file: string, reached: Maybe): Part =>
  joined(read, ['-a', '-and'], (each) => one(read, file, each), { reached, further: (value) => value, value: and });

function one(read: Read, file: string, reached: Maybe): Part {
  const word = next(read);
  read.at += 1;
  if (word === '!' || word === '-not') {
    const { value, shows } = one(read, file, reached);
    return { value: not(value), shows };
  }
  if (word === '(') {
    const within = list(read, file, reached);
    if (next(read) === ')') read.at += 1;
    return within;
  }
  const value = outcomeOf(read, word, file);
  if (acting.test(word)) read.hasAction = true;
  return { value, shows: showing.test(word) ? reached : false };
}

/** What a test comes to; its own values are passed over. */
function outcomeOf(read: Read, word: string, file: string): Maybe {
  if (/^-(?:exec|ok)/.test(word)) {
    const end = read.words.findIndex((each, index) => index >= read.at && (each === ';' || each === '+'));
    read.at = end < 0 ? read.words.length : end + 1;
    return undefined;
  }
  if (alone.test(word))
    return word === '-false' ? false : /^-(?:empty|executable|no|readable|writable|quit)/.test(word) ? undefined : true;
  const given = next(read);
  read.at += word === '-fprintf' ? 2 : 1;
  switch (word) {
    case '-name':
      return fits(file, given);
    case '-iname':
      return fits(file.toLowerCase(), given.toLowerCase());
    case '-path':
    case '-wholename':
      return /[*?[\\]/.test(given) || lastPart(given) === file ? undefined : false;
    case '-type':
    case '-xtype':
      return /[fl]/.test(given) ? undefined : false;
    case '-printf':
    case '-maxdepth':
      return true;
    default:
      return undefined;
  }
}
