import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const kinds = ['console', 'diff', 'keys', 'screen', 'yaml'] as const;

/** A block of code in a page: `console` is typed, `yaml FILE` is written, `diff` is applied to the file written before, `keys` are pressed, `screen` is shown. */
export type Block = { readonly kind: (typeof kinds)[number]; readonly file: string; readonly text: string };

export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].flatMap(
    ([, name = '', file = '', text = '']): readonly Block[] => {
      const kind = kinds.find((each) => each === name);
      return kind && (kind !== 'yaml' || file !== '') ? [{ kind, file, text }] : [];
    },
  );

/** Writes a `yaml` block's file. */
export function write(folder: string, { file, text }: Block): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Applies a `diff` block. Throws where what it takes away is not there. */
export function apply(file: string, { text }: Block): void {
  const lines = text.trimEnd().split('\n');
  const side = (mark: string) =>
    lines
      .filter((line) => line.startsWith(mark) || line.startsWith(' '))
      .map((line) => line.slice(1))
      .join('\n');
  const before = readFileSync(file, 'utf8');
  if (before.split(side('-')).length !== 2) throw new Error(`Not once in ${file}:\n${side('-')}`);
  writeFileSync(
    file,
    before.replace(side('-'), () => side('+')),
  );
}

/** What a `console` block types, as words; quotes keep blanks together. */
export const wordsOf = ({ text }: Block): readonly string[] =>
  [...(text.split('\n')[0] ?? '').matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .slice(2);

export const printedIn = ({ text }: Block): string => text.split('\n').slice(1).join('\n').trimEnd();

/** Times differ from run to run, and what runs side by side comes in any order. */
export const steady = (printed: string): readonly string[] =>
  printed
    .replace(/\d+(?:\.\d+)? s\b/g, '… s')
    .split('\n')
    .map((line) => line.trimEnd())
    .sort();
