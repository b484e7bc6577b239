import { message } from '../../words/message.ts';
import { inferKind } from '../answerKind.ts';
import type { LooseStep } from '../loose.ts';
import type { Path } from '../source.ts';
import type { Rule } from './rule.ts';

type Asked = Pick<LooseStep, 'answer' | 'kind' | 'choices' | 'tolerance'>;

/** A text that a tool may well print with other values beside it: what a fact holds, a number. */
const matters = (answer: string): boolean => answer.includes('${') || /^[\d.,]+$/.test(answer.trim());

/** A question of which nothing says how its answers are read. */
export const unclearKind: Rule = {
  id: 'unclear-kind',
  about: message('lint.unclear-kind.about'),
  look: ({ source, loose }) => {
    const keeps = new Map(loose.steps.flatMap(({ keep }) => Object.entries(keep)));
    const look = ({ answer, kind, choices, tolerance }: Asked, path: Path) => {
      const isTold = kind !== undefined || choices.length > 0 || tolerance !== undefined;
      const isClear = isTold || inferKind(answer, keeps) !== undefined;
      const value = isClear ? undefined : answer.find(matters);
      if (value === undefined) return [];
      const words = message('lint.unclear-kind', { value });
      return [source.diagnose('unclear-kind', [...path, 'answer'], words, { part: 'key' })];
    };
    return loose.steps.flatMap((step, at) => [
      ...(step.ask === undefined ? [] : look(step, ['steps', at])),
      ...step.questions.flatMap((each, index) => look(each, ['steps', at, 'questions', index])),
    ]);
  },
};
