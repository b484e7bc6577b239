import type { Line, Span } from '../text/line.ts';
import { widthOf } from '../text/width.ts';

/** Lines without colours: code between backticks, a block of code set in by blanks. */
export function plainText(lines: readonly Line[]): readonly string[] {
  return lines.map((line, index) => {
    const block = line.some((each) => each.text === '│ ' && each.tone === 'muted');
    if (block) return line.map((each) => (each.text === '│ ' ? '    ' : each.text)).join('');
    const before = edge(lines[index - 1], -1);
    const after = edge(lines[index + 1], 0);
    return line
      .map((each, at) => ticked(each, at === firstOf(line) && before, at === line.length - 1 && after))
      .join('');
  });
}

/** The same, laid out so that no line is longer than these columns: ticks take room that the layout knows nothing of. */
export function fitting(lay: (columns: number) => readonly Line[], columns: number): readonly string[] {
  for (let narrower = columns; narrower > columns * 0.75; narrower--) {
    const lines = plainText(lay(narrower));
    if (lines.every((line) => widthOf(line) <= columns)) return lines;
  }
  return plainText(lay(Math.floor(columns * 0.75)));
}

/** Code that goes on from the line before, or on the next one, has its tick there. */
function ticked({ text, tone }: Span, goesOn: boolean, continues: boolean): string {
  if (tone !== 'code') return text;
  return `${goesOn ? '' : '`'}${text}${continues ? '' : '`'}`;
}

const firstOf = (line: Line): number => line.findIndex((each) => each.text.trim() !== '');

function edge(line: Line | undefined, at: 0 | -1): boolean {
  if (!line) return false;
  const span = at === 0 ? line[firstOf(line)] : line.at(-1);
  return span?.tone === 'code';
}
