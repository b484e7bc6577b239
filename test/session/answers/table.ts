import { expect, test } from 'vitest';
import type { QuestionEvidence } from '../../../runner/session/event.ts';
import { judgeAnswer } from '../../../runner/session/judgeAnswer.ts';

/** What becomes of an answer; `near` earns the word of a plausible wrong one. */
export type Outcome =
  | 'right'
  | 'wrong'
  | 'several'
  | 'other'
  | 'cut'
  | 'near'
  | 'empty'
  | 'misspelt'
  | 'without'
  | 'incomplete'
  | 'partly';

export type Question = Omit<QuestionEvidence, 'given' | 'near'> & { readonly near?: readonly string[] };

const outcomes: Readonly<Record<string, Outcome>> = {
  'answer.right': 'right',
  'answer.wrong': 'wrong',
  'answer.several': 'several',
  'answer.other': 'other',
  'answer.incomplete': 'incomplete',
  'answer.partly': 'partly',
  'answer.cut': 'cut',
  'answer.without': 'without',
  'answer.misspelt': 'misspelt',
  'answer.empty': 'empty',
  verbatim: 'near',
};

export function outcomeOf({ near = [], ...question }: Question, given: string): Outcome | undefined {
  const values = near.map((value) => ({ value, say: `That is ${value}.` }));
  return outcomes[judgeAnswer({ ...question, near: values, given }).because.id];
}

/** Each line of the texts is one answer, `⏎` a line break in it. */
export function table(name: string, question: Question, rows: Partial<Readonly<Record<Outcome, string>>>): void {
  for (const [outcome, text] of Object.entries(rows)) {
    const answers = text.split('\n').filter((line) => line.trim() !== '');
    test.each(answers.map((each) => [each.replace(/^ {4}/, '')]))(`${name}: %s is ${outcome}`, (given) => {
      expect(outcomeOf(question, given.replaceAll('⏎', '\n'))).toBe(outcome);
    });
  }
}
