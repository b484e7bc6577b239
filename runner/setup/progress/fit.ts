import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';

/** The text, cut short where it must be, and after it a suffix that is never cut: how far it is, how long it took. */
export const fitBefore = (text: string, suffix: string, columns: number): string =>
  `${fit(text, Math.max(1, columns - stringWidth(suffix)))}${suffix}`;

/** The text in at most so many cells, on one line and without control sequences. */
export function fit(text: string, columns: number): string {
  const line = stripVTControlCharacters(text)
    .replace(/[\r\n\t]+/g, ' ')
    .trim();
  if (stringWidth(line) <= columns) return line;
  let kept = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    const cells = stringWidth(segment);
    if (width + cells > columns - 1) break;
    kept += segment;
    width += cells;
  }
  return `${kept}…`;
}
