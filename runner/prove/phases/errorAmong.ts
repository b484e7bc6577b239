import type { SessionState } from '../../session/state.ts';
import type { Finding, Outcome } from '../event.ts';

/** The first finding that could not be told, as an outcome, one by the lab's fault before others: it may be why they could not. A trouble of the machine counts likewise, and what the lab could not prepare. */
export function errorAmong(
  findings: readonly Finding[],
  { trouble, troubleOf }: Pick<SessionState, 'trouble' | 'troubleOf'> = {},
): Outcome | undefined {
  const errors = findings.filter((each) => each.status === 'errored');
  const error = errors.find(({ blame }) => blame === 'lab') ?? errors[0];
  if (error) return { outcome: 'errored', because: error.because, blame: error.blame ?? 'machine' };
  // What the learner has yet to make is no error.
  if (!trouble || troubleOf === 'facts') return undefined;
  return { outcome: 'errored', because: trouble, blame: troubleOf === 'setup' ? 'lab' : 'machine' };
}
