import type { Message } from '../../words/message.ts';
import type { Finding, Outcome } from '../event.ts';

/** The first finding that could not be told, as an outcome, one by the lab's fault before others: it may be why they could not. A trouble of the machine counts likewise. */
export function errorAmong(findings: readonly Finding[], trouble?: Message): Outcome | undefined {
  const errors = findings.filter((each) => each.status === 'errored');
  const error = errors.find(({ blame }) => blame === 'lab') ?? errors[0];
  if (error) return { outcome: 'errored', because: error.because, blame: error.blame ?? 'machine' };
  return trouble && { outcome: 'errored', because: trouble, blame: 'machine' };
}
