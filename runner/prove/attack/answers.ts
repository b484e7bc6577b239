import type { Question, Step } from '../../lab/lab.ts';
import { shownWay } from '../../lab/names.ts';
import { type AnswerAdversary, answerAdversaries } from '../../session/answers/adversaries.ts';
import type { QuestionEvidence } from '../../session/event.ts';
import { readEvidence } from '../../session/intents/expected.ts';
import { judgeAnswer } from '../../session/judgeAnswer.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { answerRightly, coreOf, typeIn } from '../../typist/solve.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Outcome } from '../event.ts';
import { finding } from '../findings.ts';
import { errorAmong } from '../phases/errorAmong.ts';
import type { ProofRunner } from '../proofRunner.ts';
import type { TrialResult } from '../record.ts';
import { pass } from '../walk.ts';
import { skipPast } from './approach.ts';
import { leavesNothing } from './targets.ts';

/**
Gives each question the answers that its adversaries know, judged by what is so on the machine. A right one ends the question, so one of each
outcome alone goes the way of a learner's answer; the others are judged as that would.
*/
export async function proveAnswers(wanted: readonly Step[], proofRunner: ProofRunner, tools: Tools): Promise<void> {
  const { lab, prove, onHarness } = proofRunner;
  const last = lab.steps.findLastIndex((step) => wanted.includes(step) && step.questions.length > 0);
  if (last >= 0) await onHarness(walk);

  async function walk(harness: Harness): Promise<void> {
    for (const [index, step] of lab.steps.slice(0, last + 1).entries()) {
      for (const question of wanted.includes(step) ? step.questions : []) await askOf(harness, step, question);
      const next = lab.steps[index + 1];
      if (index === last || !next) return;
      if (leavesNothing(lab, step, tools.checks)) {
        await skipPast(harness, step, tools);
        continue;
      }
      const obstacle = await pass(harness, step, next, tools);
      if (!obstacle) continue;
      await prove(harness, { phase: 'attack', step: next }, async () => obstacle);
      return;
    }
  }

  async function askOf(harness: Harness, step: Step, question: Question): Promise<void> {
    const evidence = await readable(harness, step, question, tools);
    const [right] = evidence.expected;
    const all = right === undefined ? [] : answerAdversaries({ kind: 'text', ...evidence }, right);
    const asked = all.toSorted((one, other) => Number(one.outcome === 'right') - Number(other.outcome === 'right'));
    for (const each of asked) {
      const what = { phase: 'attack', step, name: `question ${question.id}: ${each.name}` } as const;
      const isLive = each === asked[0] || each === asked.at(-1);
      await prove(harness, { ...what, position: question.position }, async () =>
        outcomeOf(step, question, each, isLive ? await live(harness, step, question, each) : judged(evidence, each)),
      );
    }
    await answerRightly(harness, step, question.id, tools);
  }
}

/** What a question is judged on now. What it asks about may only be there once the step has been done. */
async function readable(harness: Harness, step: Step, question: Question, tools: Tools): Promise<QuestionEvidence> {
  const { session } = harness.watched();
  await session.settled();
  const evidence = await readEvidence(coreOf(harness, tools), question, '');
  if (evidence.expected.length > 0) return evidence;
  await typeIn(harness, step, shownWay(step), tools);
  await session.settled();
  return readEvidence(coreOf(harness, tools), question, '');
}

const judged = (evidence: QuestionEvidence, { given }: AnswerAdversary): Verdict => judgeAnswer({ ...evidence, given });

async function live(
  harness: Harness,
  step: Step,
  { id }: Question,
  { given }: AnswerAdversary,
): Promise<Verdict | undefined> {
  const { session } = harness.watched();
  session.send({ type: 'answer', text: given });
  await session.settled();
  return session.state().steps.find((each) => each.id === step.id)?.answers[id];
}

function outcomeOf(step: Step, { id }: Question, { given, outcome }: AnswerAdversary, verdict?: Verdict): TrialResult {
  const findings = verdict ? [finding(`question ${id}`, verdict, undefined)] : [];
  const trail = { typed: [], answered: [given], findings };
  const error = errorAmong(findings);
  if (error) return { ...trail, result: error };
  if (verdict?.status === (outcome === 'right' ? 'passed' : 'pending')) return { ...trail, result: { outcome: 'ok' } };
  const values = { step: step.id, question: id, given };
  const actual = verdict ? say('en', verdict.because) : '';
  const result: Outcome =
    outcome === 'wrong'
      ? { outcome: 'failed', because: message('prove.survivor-answer', values) }
      : {
          outcome: 'failed',
          because: message('prove.attack-answer-refused', values),
          mismatch: { expected: '✔', actual },
        };
  return { ...trail, result };
}
