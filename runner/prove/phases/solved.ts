import type { Step } from '../../lab/lab.ts';
import type { Bench, Tools } from '../../typist/bench.ts';
import { isSolved, solve, timeoutOf, typeIn } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { fallen } from '../fallen.ts';
import { findingsOf } from '../findings.ts';
import type { Tried } from '../record.ts';
import { errorAmong } from './errorAmong.ts';

/** A right way passes the step within its time. */
export async function solved(bench: Bench, step: Step, commands: string, tools: Tools): Promise<Tried> {
  const { typed, answered, solved } = await solve(bench, step, commands, tools);
  const { session, events } = bench.watched();
  const findings = findingsOf(step, session.state(), events);
  const trail = { typed, answered, findings };
  const fell = await fallen(bench);
  if (fell) return { ...trail, findings: [...findings, fell.finding], result: fell.result };
  if (solved) return { ...trail, result: { outcome: 'ok' } };
  const error = errorAmong(findings, session.state());
  if (error) return { ...trail, result: error };
  const seconds = timeoutOf(step, tools) / 1000;
  return { ...trail, result: { outcome: 'failed', because: message('prove.not-solved', { step: step.id, seconds }) } };
}

/** What is predicted is never graded; the other ways pass the step without. */
function predictFirst(bench: Bench, { predict }: Step): void {
  if (predict) bench.watched().session.send({ type: 'predict', text: predict.choices?.[0] ?? '?' });
}

/** The way that the lab shows passes the step, and looking where it says first does not. */
export async function solvedAsShown(bench: Bench, step: Step, tools: Tools): Promise<Tried> {
  predictFirst(bench, step);
  const looked = await typeIn(bench, step, step.look, tools);
  await bench.watched().session.settled();
  // One that is not open yet has not passed either.
  const isPassed = step.look !== '' && isSolved(bench, step);
  const tried = await solved(bench, step, step.solution, tools);
  const all = { ...tried, typed: [...looked, ...tried.typed] };
  if (!isPassed || tried.result.outcome !== 'ok') return all;
  return { ...all, result: { outcome: 'failed', because: message('prove.look-passes', { step: step.id }) } };
}
