import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { textsOf, translatedTexts } from '../texts.ts';
import { digestsOf, readDigest, type TranslationDigest } from '../translationDigests.ts';
import type { Rule, Subject } from './rule.ts';

type Translation = NonNullable<Subject['translation']>;

/** The digests that a translation should carry; those of stale groups stay as they are, so that they stay stale. */
export function freshMarks(
  { lab }: Pick<Subject, 'lab'>,
  { overlay }: Translation,
): ReadonlyMap<string, TranslationDigest> {
  const now = digestsOf(textsOf(lab), translatedTexts(overlay, lab));
  return new Map(
    [...now].map(([group, digest]) => {
      const before = overlay.of?.[group];
      return [group, before !== undefined && isStale(readDigest(before), digest) ? readDigest(before) : digest];
    }),
  );
}

/** The original has changed and its translation has not. */
const isStale = (before: TranslationDigest, now: TranslationDigest) =>
  before.original !== now.original && before.translation === now.translation;

const same = (one: TranslationDigest, other: TranslationDigest) =>
  one.original === other.original && one.translation === other.translation;

/** An English text that changed after it was translated. */
export const staleTranslation: Rule = {
  id: 'stale-translation',
  about: message('lint.stale-translation.about'),
  look: ({ lab, translation }) => {
    if (!translation) return [];
    const { source, overlay } = translation;
    if (!overlay.of) return [source.diagnose('stale-translation', [], message('lint.unmarked-file'))];
    const now = digestsOf(textsOf(lab), translatedTexts(overlay, lab));

    return [...now].flatMap(([group, digest]): readonly Diagnostic[] => {
      const before = overlay.of?.[group];
      const path = before !== undefined ? ['of', group] : group === 'lab' ? ['title'] : ['steps', group];
      const at = (words: Diagnostic['message']) => [source.diagnose('stale-translation', path, words, { part: 'key' })];
      if (before === undefined) return at(message('lint.unmarked', { group }));
      if (isStale(readDigest(before), digest)) return at(message('lint.stale', { group }));
      return same(readDigest(before), digest) ? [] : at(message('lint.translated-again', { group }));
    });
  },
};
