import type { Step } from '../../lab/lab.ts';
import type { Harness } from '../../typist/harness.ts';
import { isSolved } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import type { Finding } from '../event.ts';
import { findingsOf } from '../findings.ts';
import { nothing, type TrialResult } from '../record.ts';
import { errorAmong } from './errorAmong.ts';

/** As a step opens, before anything is done, it has neither passed nor is there anything that cannot be told. */
export async function untouched(harness: Harness, step: Step): Promise<TrialResult> {
  const { session, events, settled } = harness.watched();
  await session.settled();
  session.send({ type: 'recheck' });
  // A check that settles tells of a miss with its last look alone.
  await settled();
  const findings = findingsOf(step, session.state(), events);
  const trail = { ...nothing, findings };
  const error = errorAmong(findings, session.state());
  if (error) return { ...trail, result: error };
  if (isSolved(harness, step) || allPassed(step, findings)) {
    return { ...trail, result: { outcome: 'failed', because: message('prove.untouched-passed', { step: step.id }) } };
  }
  return { ...trail, result: { outcome: 'ok' } };
}

/** A question that nobody has answered yet is pending. */
const allPassed = (step: Step, findings: readonly Finding[]): boolean =>
  step.questions.length === 0 &&
  findings.length === step.checks.length &&
  findings.every((each) => each.status === 'passed');
