import { lastPart } from '../words.ts';
import { finds } from './find.ts';
import { fits } from './glob.ts';

type Options = { readonly short: string; readonly long: readonly string[] };

/** Which options are followed by a value, by program: ls(1), stat(1) and tree(1). */
const ls: Options = {
  short: 'ITw',
  long: [
    'block-size',
    'format',
    'hide',
    'ignore',
    'indicator-style',
    'quoting-style',
    'sort',
    'tabsize',
    'time',
    'time-style',
    'width',
  ],
};
const valued: Readonly<Record<string, Options>> = {
  ...{ ls, dir: ls, vdir: ls },
  stat: { short: 'c', long: ['format', 'printf'] },
  tree: { short: 'LPIoHT', long: ['filelimit', 'charset', 'sort', 'timefmt', 'filesfirst'] },
};

type Read = {
  readonly operands: readonly string[];
  readonly options: readonly (readonly [name: string, value?: string])[];
};

/** A program's words as getopt(3) reads them. */
function readWords(words: readonly string[], { short, long }: Options): Read {
  const operands: string[] = [];
  const options: (readonly [string, string?])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') return { operands: [...operands, ...words.slice(at + 1)], options };
    if (word.startsWith('--')) {
      const [given = '', value] = word.slice(2).split(/=(.*)/s);
      const name = long.find((each) => given !== '' && each.startsWith(given)) ?? given;
      if (value === undefined && long.includes(name)) at += 1;
      options.push([name, value ?? (long.includes(name) ? words[at] : undefined)]);
    } else if (word.startsWith('-') && word !== '-') {
      const takes = [...word].findIndex((letter, index) => index > 0 && short.includes(letter));
      const letters = takes < 0 ? word.slice(1) : word.slice(1, takes);
      options.push(...[...letters].map((letter) => [letter] as const));
      if (takes < 0) continue;
      const rest = word.slice(takes + 1);
      if (rest === '') at += 1;
      options.push([word[takes] ?? '', rest === '' ? words[at] : rest]);
    } else operands.push(word);
  }
  return { operands, options };
}

/** Whether a program is asked for a file by name, and whether it leaves out what it comes across under this name. */
export type Regard = { readonly named: boolean; readonly hidden: boolean };

/** What a program's own words say of a file: the program's name first. */
export function regardOf([program = '', ...words]: readonly string[], file: string): Regard {
  const name = lastPart(program);
  const isIt = (word: string) => lastPart(word.replace(/\/+$/, '')) === file;
  if (name === 'find') {
    const start = words.findIndex((word) => !/^-(?:[HLP]|O\d)$/.test(word));
    const places = words.slice(Math.max(start, 0));
    const end = places.findIndex((word) => /^(?:-.|[!(]$)/.test(word));
    const own = end < 0 ? places : places.slice(0, end);
    return { named: own.some(isIt), hidden: finds(end < 0 ? [] : places.slice(end), file) === false };
  }
  const known = valued[name];
  if (!known) return { named: words.some((word) => !word.startsWith('-') && isIt(word)), hidden: false };
  const { operands, options } = readWords(words, known);
  return { named: operands.some(isIt), hidden: name !== 'stat' && isLeftOut(name, options, file) };
}

function isLeftOut(program: string, options: Read['options'], file: string): boolean {
  const has = (...names: readonly string[]) => options.some(([name]) => names.includes(name));
  const leaves = (...names: readonly string[]) =>
    options.some(
      ([name, value]) =>
        names.includes(name) && value?.split(program === 'tree' ? '|' : '\0').some((each) => fits(file, each)),
    );
  if (program === 'tree') return leaves('I') || (has('P') && !leaves('P')) || (file.startsWith('.') && !has('a'));
  const isAll = has('a', 'A', 'f', 'all', 'almost-all');
  if (leaves('I', 'ignore') || (has('B', 'ignore-backups') && file.endsWith('~'))) return true;
  return !isAll && (file.startsWith('.') || leaves('hide'));
}
