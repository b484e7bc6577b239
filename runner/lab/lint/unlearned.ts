import { message } from '../../words/message.ts';
import type { Rule } from './rule.ts';

/** A step that ends without a word on what it has shown. */
export const unlearned: Rule = {
  id: 'unlearned',
  level: 'warning',
  about: message('lint.unlearned.about'),
  look: ({ lab, source }) =>
    lab.steps.flatMap((step, at) =>
      step.learned === ''
        ? [source.diagnose('unlearned', ['steps', at, 'id'], message('lint.unlearned', { step: step.id }))]
        : [],
    ),
};
