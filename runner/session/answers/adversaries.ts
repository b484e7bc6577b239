import type { AnswerKind } from '../../lab/answerKind.ts';
import { addresses } from './adversaries/addresses.ts';
import type { AnswerAdversary, Asking } from './adversaries/adversary.ts';
import { choices } from './adversaries/choices.ts';
import { numbers } from './adversaries/numbers.ts';
import { paths } from './adversaries/paths.ts';
import { pids } from './adversaries/pids.ts';
import { names, programs } from './adversaries/programs.ts';
import { texts } from './adversaries/texts.ts';
import { yesOrNo } from './adversaries/yesOrNo.ts';

export type { AnswerAdversary } from './adversaries/adversary.ts';

const byKind: Readonly<Record<AnswerKind, (question: Asking, right: string) => readonly AnswerAdversary[]>> = {
  pid: pids,
  number: numbers,
  address: addresses,
  program: programs,
  path: paths,
  name: names,
  'yes-no': yesOrNo,
  choice: choices,
  text: texts,
};

/**
Answers that no lab declares: the right value in the forms in which people and tools write it, and what only looks right.
`right` is one of the question's expected values, its facts filled in. One that comes out as another expected value is left out,
where one value is asked for.
*/
export function answerAdversaries(question: Asking, right: string): readonly AnswerAdversary[] {
  const { expected = [] } = question;
  const all = byKind[question.kind](question, right.trim());
  return all.filter(({ given, outcome }) => outcome === 'right' || question.all || !expected.includes(given));
}
