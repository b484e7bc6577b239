import type { Step } from '../../lab/lab.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { answerRightly, isAnswered, isOpen, isSolved, timeoutOf, typeIn } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import type { Finding, Outcome } from '../event.ts';
import { stood } from '../fallen.ts';
import { findingsOf } from '../findings.ts';
import { errorAmong } from '../phases/errorAmong.ts';
import type { TrialResult } from '../record.ts';
import type { Mutant } from './mutants.ts';

/** Types a mutant, answers rightly, and tells whether the step passes all the same. */
export async function survival(harness: Harness, step: Step, mutant: Mutant, tools: Tools): Promise<TrialResult> {
  const watched = harness.watched();
  const { session, events } = watched;
  await session.settled();
  const begun = events.length;
  // What the step says to it is enough: a container that holds the shell is not waited for.
  const isTold = () =>
    events
      .slice(begun)
      .some((each) => each.type === 'check.judged' && 'attempt' in each.verdict && each.verdict.attempt);
  const enough = watched.until(() => !isOpen(harness, step) || isTold(), timeoutOf(step, tools));
  const typed = await typeIn(harness, step, mutant.run, tools, enough);
  const answered: string[] = [];
  for (const { id } of step.questions) answered.push(...(await answerRightly(harness, step, id, tools)));
  await watched.settled();
  if (isOpen(harness, step)) {
    session.send({ type: 'recheck' });
    await session.settled();
  }
  // What has passed is no survivor where it ends by itself.
  if (isSolved(harness, step)) await stood(harness, tools.timeout);
  const findings = findingsOf(step, session.state(), events);
  return { typed, answered, findings, result: outcomeOf() };

  function outcomeOf(): Outcome {
    if (!isSolved(harness, step)) return errorAmong(findings, session.state()) ?? { outcome: 'ok' };
    const { change, line } = mutant;
    const because = message('prove.survivor', { step: step.id, change, checks: passing(findings) });
    return { outcome: 'failed', because, mismatch: { expected: line.was, actual: line.now ?? '' } };
  }
}

const passing = (findings: readonly Finding[]): string =>
  [...new Set(findings.filter(({ status }) => status === 'passed').map(({ by }) => by))].join(', ');

/** Gives an answer that is nearly right. */
export async function answerSurvival(
  harness: Harness,
  step: Step,
  question: string,
  given: string,
): Promise<TrialResult> {
  const { session, events } = harness.watched();
  session.send({ type: 'answer', text: given });
  await session.settled();
  const trail = { typed: [], answered: [given], findings: findingsOf(step, session.state(), events) };
  if (!isAnswered(harness, step, question)) return { ...trail, result: { outcome: 'ok' } };
  const because = message('prove.survivor-answer', { step: step.id, question, given });
  return { ...trail, result: { outcome: 'failed', because } };
}
