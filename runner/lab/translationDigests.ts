import { createHash } from 'node:crypto';
import type { Texts } from './texts.ts';

/** Which texts a digest speaks for: the lab's own, or one step's. */
export const groupOf = (key: string): string => /^steps\.([^.]+)/.exec(key)?.[1] ?? 'lab';

const short = (texts: readonly string[]) => createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 8);

const within = (texts: Texts, group: string) =>
  [...texts].filter(([key]) => groupOf(key) === group).map(([key, text]) => `${key}=${text}`);

/** What a group was translated from, and to: `original-translation`. */
export type TranslationDigest = { readonly original: string; readonly translation: string };

/** The digests of a translation as it stands, by group. */
export const digestsOf = (originals: Texts, translations: Texts): ReadonlyMap<string, TranslationDigest> =>
  new Map(
    [...new Set([...originals.keys()].map(groupOf))].map((group) => [
      group,
      { original: short(within(originals, group)), translation: short(within(translations, group)) },
    ]),
  );

export const written = ({ original, translation }: TranslationDigest): string => `${original}-${translation}`;

export const readDigest = (text: string): TranslationDigest => {
  const [original = '', translation = ''] = text.split('-');
  return { original, translation };
};

/** A file's text with these digests at its end, in place of those that it had. */
export function withDigests(text: string, digests: ReadonlyMap<string, TranslationDigest>): string {
  const before = text.replace(/^of:[^\n]*\n(?:[ \t]+[^\n]*\n?|\n)*/m, '').trimEnd();
  const lines = [...digests].map(([group, digest]) => `  ${group}: ${written(digest)}`);
  return `${before}\n\nof:\n${lines.join('\n')}\n`;
}
