import { message } from '../words/message.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Path, Source } from './source.ts';

/** What no keyboard writes into a text and no screen shows: controls, line ends and tabs aside. */
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]/;

const names: Readonly<Record<string, string>> = {
  '\0': 'NUL',
  '\x07': 'BEL',
  '\b': 'BS',
  '\x1b': 'ESC',
  '\x7f': 'DEL',
};

const nameOf = (character: string): string =>
  names[character] ?? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const told = (character: string) => message('lab.control', { character: nameOf(character) });

/** A file's text; where it is not UTF-8, the first place that tells so. */
export function decoded(bytes: Buffer, file: string): string | Diagnostic {
  const wrong = (line: number, column: number): Diagnostic => ({
    ...{ code: 'encoding', message: message('lab.encoding'), file, line, column },
  });
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return wrong(1, 1);
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return text;
  let from = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const end = bytes.indexOf(0x0a, from);
    const own = bytes.subarray(from, end < 0 ? undefined : end);
    if (!Buffer.from(line).equals(own)) return wrong(index + 1, differsAt(line, own) + 1);
    from = end + 1;
  }
  return wrong(1, 1);
}

/** Which character of a line is the first that its bytes do not have. */
const differsAt = (line: string, bytes: Buffer): number =>
  [...line].findIndex((_, index, all) => {
    const before = Buffer.from(all.slice(0, index + 1).join(''));
    return !before.equals(bytes.subarray(0, before.length));
  });

/** The controls in a file as it is written, of each line the first. */
export const controlsIn = (text: string, file: string): readonly Diagnostic[] =>
  text.split('\n').flatMap((row, index): readonly Diagnostic[] => {
    const found = control.exec(row);
    if (!found) return [];
    const [character] = found;
    const excerpt = { text: row.replace(/\r$/, '').replaceAll(new RegExp(control, 'g'), '�'), length: 1 };
    return [
      { code: 'control-character', message: told(character), file, line: index + 1, column: found.index + 1, excerpt },
    ];
  });

/** Texts that have one by an escape: `"\e"`. */
export function controlsWithin(source: Source): readonly Diagnostic[] {
  const visit = (value: unknown, path: Path): readonly Diagnostic[] => {
    if (typeof value === 'string') {
      const [character] = control.exec(value) ?? [];
      return character === undefined ? [] : [source.diagnose('control-character', path, told(character))];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => visit(each, [...path, key]));
  };
  return visit(source.value, []);
}
