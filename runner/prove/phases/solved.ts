import type { Step } from '../../lab/lab.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { isSolved, solve, timeoutOf, typeIn } from '../../typist/solve.ts';
import type { TypedLine } from '../../typist/typedLine.ts';
import { message } from '../../words/message.ts';
import { fallen } from '../fallen.ts';
import { findingsOf } from '../findings.ts';
import type { TrialResult } from '../record.ts';
import { errorAmong } from './errorAmong.ts';

/** A right way passes the step within its time. */
export async function solved(harness: Harness, step: Step, commands: string, tools: Tools): Promise<TrialResult> {
  const { typed, answered, solved } = await solve(harness, step, commands, tools);
  const { session, events } = harness.watched();
  const findings = findingsOf(step, session.state(), events);
  const trail = { typed, answered, findings };
  const fell = await fallen(harness);
  if (fell) return { ...trail, findings: [...findings, fell.finding], result: fell.result };
  if (solved) return { ...trail, result: { outcome: 'ok' } };
  const error = errorAmong(findings, session.state());
  if (error) return { ...trail, result: error };
  const seconds = timeoutOf(step, tools) / 1000;
  return { ...trail, result: { outcome: 'failed', because: message('prove.not-solved', { step: step.id, seconds }) } };
}

/** What is predicted is never graded; the other ways pass the step without. */
function predictFirst(harness: Harness, { predict }: Step): void {
  if (predict) harness.watched().session.send({ type: 'predict', text: predict.choices?.[0] ?? '?' });
}

/** The way that the lab shows passes the step, and looking where it says first does not. */
export async function solvedAsShown(harness: Harness, step: Step, tools: Tools): Promise<TrialResult> {
  predictFirst(harness, step);
  // A right answer may have passed it already.
  const looks = step.look !== '' && !isSolved(harness, step);
  const looked = looks ? await lookFirst(harness, step, tools) : [];
  const isPassed = looks && isSolved(harness, step);
  const tried = await solved(harness, step, step.solution, tools);
  const all = { ...tried, typed: [...looked, ...tried.typed] };
  if (!isPassed || tried.result.outcome !== 'ok') return all;
  return { ...all, result: { outcome: 'failed', because: message('prove.look-passes', { step: step.id }) } };
}

/** That it has not passed the step is believed once all has been looked at again. */
async function lookFirst(harness: Harness, step: Step, tools: Tools): Promise<readonly TypedLine[]> {
  const { session } = harness.watched();
  const looked = await typeIn(harness, step, step.look, tools);
  await session.settled();
  session.send({ type: 'recheck' });
  await session.settled();
  return looked;
}
