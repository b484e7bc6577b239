import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type Mark, marksOf, readMark } from '../marks.ts';
import { textsOf, translatedTexts } from '../texts.ts';
import type { Rule, Subject } from './rule.ts';

type Translation = NonNullable<Subject['translation']>;

/** The marks that a translation should carry; those of stale groups stay as they are, so that they stay stale. */
export function freshMarks({ lab }: Pick<Subject, 'lab'>, { overlay }: Translation): ReadonlyMap<string, Mark> {
  const now = marksOf(textsOf(lab), translatedTexts(overlay, lab));
  return new Map(
    [...now].map(([group, mark]) => {
      const before = overlay.of?.[group];
      return [group, before !== undefined && isStale(readMark(before), mark) ? readMark(before) : mark];
    }),
  );
}

/** The original has changed and its translation has not. */
const isStale = (before: Mark, now: Mark) => before.original !== now.original && before.translation === now.translation;

const same = (one: Mark, other: Mark) => one.original === other.original && one.translation === other.translation;

/** An English text that changed after it was translated. */
export const staleTranslation: Rule = {
  id: 'stale-translation',
  about: message('lint.stale-translation.about'),
  look: ({ lab, translation }) => {
    if (!translation) return [];
    const { source, overlay } = translation;
    if (!overlay.of) return [source.diagnose('stale-translation', [], message('lint.unmarked-file'))];
    const now = marksOf(textsOf(lab), translatedTexts(overlay, lab));

    return [...now].flatMap(([group, mark]): readonly Diagnostic[] => {
      const before = overlay.of?.[group];
      const path = before !== undefined ? ['of', group] : group === 'lab' ? ['title'] : ['steps', group];
      const at = (words: Diagnostic['message']) => [source.diagnose('stale-translation', path, words, { part: 'key' })];
      if (before === undefined) return at(message('lint.unmarked', { group }));
      if (isStale(readMark(before), mark)) return at(message('lint.stale', { group }));
      return same(readMark(before), mark) ? [] : at(message('lint.translated-again', { group }));
    });
  },
};
