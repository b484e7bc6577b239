import stringWidth from 'string-width';
import type { Line } from './line.ts';

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => stringWidth(text);

export const widthOfLine = (line: Line): number => line.reduce((sum, each) => sum + widthOf(each.text), 0);

/** The text, followed by blanks up to this many columns. */
export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));
