import type { IBufferCell, IBufferLine } from '@xterm/headless';

/** Characters whose width every terminal agrees on: ASCII, Latin-1, box drawing, the usual Japanese. */
const agreed = /^[\x20-\x7e\u00a1-\u00ff\u2500-\u257f\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]+$/u;

/**
One row of the shell's cells as text with SGR sequences, beginning at this column (from 0) of the window; blanks at its end are left out.

After characters whose width is disputed the column is set anew, so that a terminal of another opinion cannot shift the rest.
*/
export function serialize(line: IBufferLine, columns: number, left: number, scratch: IBufferCell): string {
  let text = '';
  let foreground = 0;
  let background = 0;
  let flags = 0;
  let skipped = 0;

  for (let x = 0; x < columns; x++) {
    const cell = line.getCell(x, scratch);
    if (!cell) break;
    const width = cell.getWidth();
    if (width === 0) continue;
    const fg = cell.getFgColorMode() | cell.getFgColor();
    const bg = cell.getBgColorMode() | cell.getBgColor();
    const style = flagsOf(cell);
    const chars = cell.getChars();
    if ((chars === '' || chars === ' ') && bg === 0 && (style & visibleOnBlanks) === 0) {
      skipped += width;
      continue;
    }
    if (skipped > 0) {
      // Blanks keep the style that stands only where it does not show on them.
      const plain = background === 0 && (flags & visibleOnBlanks) === 0;
      text += plain ? ' '.repeat(skipped) : `\x1b[0m${' '.repeat(skipped)}`;
      if (!plain) foreground = background = flags = 0;
      skipped = 0;
    }
    if (fg !== foreground || bg !== background || style !== flags) {
      text += sgr(cell, style);
      foreground = fg;
      background = bg;
      flags = style;
    }
    text += chars || ' ';
    if (chars && !agreed.test(chars) && x + width < columns) text += `\x1b[${left + x + width + 1}G`;
  }
  return text;
}

const bold = 1;
const dim = 2;
const italic = 4;
const underline = 8;
const blink = 16;
const inverse = 32;
const invisible = 64;
const strikethrough = 128;
const overline = 256;
const visibleOnBlanks = underline | inverse | strikethrough | overline;

const codes: readonly (readonly [number, number])[] = [
  [bold, 1],
  [dim, 2],
  [italic, 3],
  [underline, 4],
  [blink, 5],
  [inverse, 7],
  [invisible, 8],
  [strikethrough, 9],
  [overline, 53],
];

function flagsOf(cell: IBufferCell): number {
  return (
    (cell.isBold() && bold) |
    (cell.isDim() && dim) |
    (cell.isItalic() && italic) |
    (cell.isUnderline() && underline) |
    (cell.isBlink() && blink) |
    (cell.isInverse() && inverse) |
    (cell.isInvisible() && invisible) |
    (cell.isStrikethrough() && strikethrough) |
    (cell.isOverline() && overline)
  );
}

function sgr(cell: IBufferCell, flags: number): string {
  const set = codes.filter(([flag]) => flags & flag).map(([, code]) => code);
  const colors = [
    ...color(cell.isFgPalette(), cell.isFgRGB(), cell.getFgColor(), 38),
    ...color(cell.isBgPalette(), cell.isBgRGB(), cell.getBgColor(), 48),
  ];
  return `\x1b[${[0, ...set, ...colors].join(';')}m`;
}

/** The first sixteen by their own codes: terminals draw them in the learner's own theme. */
function color(isPalette: boolean, isRgb: boolean, value: number, base: 38 | 48): readonly number[] {
  if (isRgb) return [base, 2, (value >> 16) & 255, (value >> 8) & 255, value & 255];
  if (!isPalette) return [];
  if (value < 8) return [base - 8 + value];
  if (value < 16) return [base + 52 + value - 8];
  return [base, 5, value];
}
