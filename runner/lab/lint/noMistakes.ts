import { message } from '../../words/message.ts';
import type { Rule } from './rule.ts';

/** A step whose checks nobody has tried to fool. */
export const noMistakes: Rule = {
  id: 'no-mistakes',
  about: message('lint.no-mistakes.about'),
  look: ({ lab, source }) =>
    lab.steps.flatMap((step, at) =>
      step.mistakes.length > 0
        ? []
        : [source.diagnose('no-mistakes', ['steps', at, 'id'], message('lint.no-mistakes', { step: step.id }))],
    ),
};
