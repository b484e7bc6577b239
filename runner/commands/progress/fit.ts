import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';

/** The text, cut short where it must be, and after it a suffix that is never cut: how far it is, how long it took. */
export const fitBefore = (text: string, suffix: string, columns: number): string =>
  `${fit(text, Math.max(1, columns - stringWidth(suffix)))}${suffix}`;

/** Cells of a suffix such as `  1:05`, kept free beside a title. */
const suffix = 9;

/** What is under way, as a title for so many cells: of several sentences that are too long for one line the first, and then the others. */
export function titleOf(text: string, columns: number): { readonly title: string; readonly more: string } {
  if (stringWidth(text) + suffix <= columns) return { title: text, more: '' };
  const [title = text, ...more] = text.split(/(?<=\.)\s+|(?<=。)/);
  return { title, more: more.join(' ') };
}

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
