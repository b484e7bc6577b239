import type { SessionEvent } from './event.ts';
import type { StepState } from './state.ts';

type Judged = Extract<SessionEvent, { readonly type: 'check.judged' }>;

/**
When the learner's last act on a step was noticed, from which on it may have to wait: an attempt, what is under way, or a check that passed.
What is so when a step opens is nobody's act, and one that is looked at again is the same one.
*/
export function actedAt(
  old: StepState,
  { check, verdict, topic, at }: Judged,
  isNewAttempt: boolean,
): Partial<StepState> {
  const before = old.verdicts[check];
  const isUnderWay = verdict.status === 'pending' && verdict.underWay === true;
  const wasUnderWay = before?.status === 'pending' && before.underWay === true;
  const hasPassed = verdict.status === 'passed' && before?.status !== 'passed' && topic !== 'step.opened';
  return isNewAttempt || (isUnderWay && !wasUnderWay) || hasPassed ? { actedAt: at } : {};
}
