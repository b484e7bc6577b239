import type { Message } from '../../words/message.ts';
import type { Finding, Outcome } from '../event.ts';

/** The first finding that could not be told, as an outcome; a trouble of the machine counts likewise. */
export function errorAmong(findings: readonly Finding[], trouble?: Message): Outcome | undefined {
  const error = findings.find((each) => each.status === 'errored');
  if (error) return { outcome: 'errored', because: error.because, blame: error.blame ?? 'machine' };
  return trouble && { outcome: 'errored', because: trouble, blame: 'machine' };
}
