import { message } from '../../words/message.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** A step that teaches what is not in the list of concepts. */
export const unknownConcept: Rule = {
  id: 'unknown-concept',
  about: message('lint.unknown-concept.about'),
  look: ({ lab, source, known }) => {
    const taught = lab.steps.flatMap(({ teaches }, at) => teaches.map((id, index) => ({ id, at, index })));
    if (taught.length === 0) return [];
    const ids = known.concepts?.(source.file) ?? [];
    return taught
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, at, index }) =>
        source.diagnose('unknown-concept', ['steps', at, 'teaches', index], message('lint.unknown-concept', { id }), {
          suggestion: nearest(id, ids),
        }),
      );
  },
};
