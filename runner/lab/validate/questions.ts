import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { LooseStep } from '../loose.ts';
import { nearest } from '../nearest.ts';
import type { Path, Source } from '../source.ts';
import { validateAll, validateTolerance } from './answers.ts';
import type { Validator } from './validation.ts';

/** As written, else `1`, `2` …, and `1` for the only one. */
export const questionIds = (step: Pick<LooseStep, 'ask' | 'questions'>): readonly string[] =>
  step.ask === undefined ? step.questions.map(({ id }, index) => id ?? String(index + 1)) : ['1'];

/** A step can be judged; its one question stands whole, or several stand in a list. */
function validateForm(step: LooseStep, path: Path, source: Source): readonly Diagnostic[] {
  const name = step.id ?? String(Number(path.at(-1)) + 1);
  const asks = step.ask !== undefined;
  if (!asks && step.questions.length === 0 && step.checks.length === 0) {
    return [source.diagnose('no-check', path, message('lab.no-check', { step: name }))];
  }
  if (asks && step.questions.length > 0) {
    return [source.diagnose('question-forms', [...path, 'ask'], message('lab.question-forms'), { part: 'key' })];
  }
  if (asks && step.answer.length === 0) {
    const words = message('lab.missing-key', { key: 'answer', where: 'ask' });
    return [source.diagnose('missing-key', [...path, 'ask'], words, { part: 'key' })];
  }

  const lonely = asks
    ? []
    : [
        step.answer.length > 0 ? ['answer'] : [],
        Object.keys(step.near).length > 0 ? ['near'] : [],
        step.kind === undefined ? [] : ['kind'],
        step.column === undefined ? [] : ['column'],
        step.choices.length > 0 ? ['choices'] : [],
        step.all ? ['all'] : [],
        step.tolerance === undefined ? [] : ['tolerance'],
      ];
  return lonely.flat().map((key) =>
    source.diagnose('answer-without-question', [...path, key], message('lab.answer-without-question', { key }), {
      part: 'key',
    }),
  );
}

function validateMistakes(step: LooseStep, path: Path, source: Source): readonly Diagnostic[] {
  const ids = questionIds(step);
  const name = step.id ?? String(Number(path.at(-1)) + 1);

  return step.mistakes.flatMap((mistake, index): readonly Diagnostic[] => {
    const here = [...path, 'mistakes', index];
    if ((mistake.run === undefined) === (mistake.answer === undefined)) {
      return [source.diagnose('mistake-form', here, message('lab.mistake-form'))];
    }
    if (mistake.answer !== undefined && ids.length === 0) {
      const words = message('lab.mistake-without-question', { step: name });
      return [source.diagnose('mistake-without-question', [...here, 'answer'], words, { part: 'key' })];
    }
    const { question } = mistake;
    if (question === undefined || ids.includes(question)) return [];
    return [
      source.diagnose(
        'unknown-question',
        [...here, 'question'],
        message('lab.unknown-question', { question, step: name }),
        {
          suggestion: nearest(question, ids),
        },
      ),
    ];
  });
}

type Asked = Pick<LooseStep, 'answer' | 'kind' | 'choices'>;

/** What is to be chosen from stands where something is to be chosen, and the right answer is among it. */
function validateChoices({ answer, kind, choices }: Asked, path: Path, source: Source): readonly Diagnostic[] {
  if (choices.length === 0) {
    return kind === 'choice'
      ? [source.diagnose('no-choices', [...path, 'kind'], message('lab.no-choices'), { part: 'key' })]
      : [];
  }
  if (kind !== undefined && kind !== 'choice')
    return [
      source.diagnose('choices-without-kind', [...path, 'choices'], message('lab.choices-without-kind', { kind })),
    ];
  return answer
    .filter((each) => !each.includes('${') && !choices.includes(each))
    .map((value) =>
      source.diagnose('unknown-choice', [...path, 'answer'], message('lab.unknown-choice', { value }), {
        suggestion: nearest(value, choices),
      }),
    );
}

/** Each choice of a prediction means something, or none does. */
function validateMeans({ predict: { choices, means } }: LooseStep, path: Path, source: Source): readonly Diagnostic[] {
  const [expected, actual] = [choices.length, means.length];
  if (actual === 0 || actual === expected) return [];
  return [source.diagnose('means-differ', path, message('lab.means-differ', { expected, actual }), { part: 'key' })];
}

const validateAsked = (asked: LooseStep | LooseStep['questions'][number], path: Path, source: Source) => [
  ...validateChoices(asked, path, source),
  ...validateAll(asked, path, source),
  ...validateTolerance(asked, path, source),
];

/** Every step has a check or a question, and every mistake speaks of one that there is. */
export const validateQuestions: Validator = ({ source, lab }) =>
  lab.steps.flatMap((step, at) => [
    ...validateForm(step, ['steps', at], source),
    ...(step.ask === undefined ? [] : validateAsked(step, ['steps', at], source)),
    ...step.questions.flatMap((each, index) => validateAsked(each, ['steps', at, 'questions', index], source)),
    ...validateMeans(step, ['steps', at, 'predict', 'means'], source),
    ...validateMistakes(step, ['steps', at], source),
  ]);
