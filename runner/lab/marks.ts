import { createHash } from 'node:crypto';
import type { Texts } from './texts.ts';

/** Which texts a mark speaks for: the lab's own, or one step's. */
export const groupOf = (key: string): string => /^steps\.([^.]+)/.exec(key)?.[1] ?? 'lab';

const short = (texts: readonly string[]) => createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 8);

const within = (texts: Texts, group: string) =>
  [...texts].filter(([key]) => groupOf(key) === group).map(([key, text]) => `${key}=${text}`);

/** What a group was translated from, and to: `original-translation`. */
export type Mark = { readonly original: string; readonly translation: string };

/** The marks of a translation as it stands, by group. */
export const marksOf = (originals: Texts, translations: Texts): ReadonlyMap<string, Mark> =>
  new Map(
    [...new Set([...originals.keys()].map(groupOf))].map((group) => [
      group,
      { original: short(within(originals, group)), translation: short(within(translations, group)) },
    ]),
  );

export const written = ({ original, translation }: Mark): string => `${original}-${translation}`;

export const readMark = (text: string): Mark => {
  const [original = '', translation = ''] = text.split('-');
  return { original, translation };
};

/** A file's text with these marks at its end, in place of those that it had. */
export function withMarks(text: string, marks: ReadonlyMap<string, Mark>): string {
  const before = text.replace(/^of:[^\n]*\n(?:[ \t]+[^\n]*\n?|\n)*/m, '').trimEnd();
  const lines = [...marks].map(([group, mark]) => `  ${group}: ${written(mark)}`);
  return `${before}\n\nof:\n${lines.join('\n')}\n`;
}
