import type { Question } from '../../lab/lab.ts';
import { ambiguous, readings, settle } from '../candidates.ts';
import type { Core } from '../core.ts';
import type { QuestionEvidence } from '../event.ts';
import { everyValueOf, type Facts } from '../facts.ts';
import { judgeAnswer } from '../judgeAnswer.ts';
import { fill, fillings, firstOf, referencesIn } from '../template.ts';
import { codeIn, subjectOf } from './subject.ts';

/** What is right now, by any way to understand the facts that the question speaks of. */
export async function readEvidence(core: Core, question: Question, given: string): Promise<QuestionEvidence> {
  const { answer, near, kind, column, choices, all: whole, tolerance } = question;
  const spoken = [...answer, ...near.flatMap((each) => [each.value, each.say])];
  const ways = readingsOf(core, spoken);
  const all = await Promise.all(ways.map((facts) => readBy(core, question, facts)));
  // Where it is unclear which object is meant, nobody can say what is another's.
  const [facts, ...others] = ways;
  const subject = facts && others.length === 0 ? await subjectOf(core, question, facts) : undefined;
  return {
    given,
    kind,
    ...(column !== undefined && { column }),
    ...(choices && { choices }),
    ...(whole && { all: whole }),
    ...(tolerance !== undefined && { tolerance }),
    about: codeIn(question.ask),
    ...(subject && { subject }),
    expected: [...new Set(all.flatMap(({ expected }) => expected))],
    near: [...new Map(all.flatMap(({ near: values }) => values).map((each) => [JSON.stringify(each), each])).values()],
  };
}

/** An answer that is right by some ways to understand a fact alone tells which is meant. */
export async function settleBy(core: Core, question: Question, evidence: QuestionEvidence): Promise<void> {
  const names = unclearIn(core, question.answer);
  if (names.length === 0) return;
  const fitting: Facts[] = [];
  for (const facts of readings(core.state(), names)) {
    const { expected } = await readBy(core, question, facts);
    if (expected.length > 0 && judgeAnswer({ ...evidence, expected }).status === 'passed') fitting.push(facts);
  }
  settle(core, names, fitting);
}

const unclearIn = (core: Core, texts: readonly string[]): readonly string[] =>
  ambiguous(
    core.state(),
    texts.flatMap(referencesIn).map(({ name }) => name),
  );

const readingsOf = (core: Core, texts: readonly string[]): readonly Facts[] =>
  readings(core.state(), unclearIn(core, texts));

async function readBy(
  { world }: Core,
  { answer, near }: Question,
  facts: Facts,
): Promise<Pick<QuestionEvidence, 'expected' | 'near'>> {
  const texts = [...answer, ...near.flatMap((each) => [each.value, each.say])];
  const values = await everyValueOf(texts.flatMap(referencesIn), facts, world);
  return {
    expected: answer.flatMap((each) => fillings(each, values)),
    near: near.flatMap(({ value, say }) =>
      fillings(value, values).map((each) => ({ value: each, say: fill(say, firstOf(values)) })),
    ),
  };
}
