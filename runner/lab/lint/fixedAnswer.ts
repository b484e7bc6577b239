import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Path } from '../source.ts';
import type { Rule } from './rule.ts';
import { isGivenAddress } from './script/fixedValue.ts';

/** An answer that was right on the author's machine. */
export const fixedAnswer: Rule = {
  id: 'fixed-answer',
  about: message('lint.fixed-answer.about'),
  look: ({ source, loose }) => {
    const look = (answer: readonly string[], ask: string | undefined, path: Path): readonly Diagnostic[] =>
      answer
        .filter((text) => isGivenAddress(text) || (/\bPID\b/.test(ask ?? '') && /^\d{3,}$/.test(text)))
        .map((value) =>
          source.diagnose('fixed-answer', path, message('lint.fixed-answer', { value }), { words: value }),
        );
    return loose.steps.flatMap((step, at) => [
      ...look(step.answer, step.ask, ['steps', at, 'answer']),
      ...step.questions.flatMap(({ answer, ask }, index) =>
        look(answer, ask, ['steps', at, 'questions', index, 'answer']),
      ),
    ]);
  },
};
