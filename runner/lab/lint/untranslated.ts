import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Source } from '../source.ts';
import { textsOf, translatedTexts, untranslatedIn } from '../texts.ts';
import type { Rule, Subject } from './rule.ts';

/** A text that a Japanese learner would read in English. */
export const untranslated: Rule = {
  id: 'untranslated',
  about: message('lint.untranslated.about'),
  look: ({ lab, source, translation }) => {
    if (lab.languages.length < 2) return translation ? [unnamed(translation.source)] : [];
    return translation
      ? missing(lab, translation)
      : [source.diagnose('untranslated', ['title'], message('lint.no-translation'), { part: 'key' })];
  },
};

/** Nobody reads what a lab that is not written in its language says. */
const unnamed = (source: Source): Diagnostic =>
  source.diagnose('untranslated', [], message('lint.unnamed-translation'));

function missing(lab: Subject['lab'], { source, overlay }: NonNullable<Subject['translation']>): readonly Diagnostic[] {
  const keys = untranslatedIn(textsOf(lab), translatedTexts(overlay, lab));
  const steps = lab.steps.filter(({ id }) => overlay.steps?.[id] === undefined);

  return [
    ...steps.map(({ id }) =>
      source.diagnose('untranslated', ['steps'], message('lint.untranslated-step', { step: id }), { part: 'key' }),
    ),
    ...keys
      .filter((key) => !steps.some(({ id }) => key.startsWith(`steps.${id}.`)))
      .map((key) => {
        const [first = '', second = '', third = ''] = key.split('.');
        const step = overlay.steps?.[second] ?? {};
        const inStep = Object.hasOwn(step, third) ? ['steps', second, third] : ['steps', second];
        const path = first === 'steps' ? inStep : [first];
        return source.diagnose('untranslated', path, message('lint.untranslated', { key }), { part: 'key' });
      }),
  ];
}
