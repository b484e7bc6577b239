import type { Attempt } from '../../lab/attempts.ts';
import type { Step } from '../../lab/lab.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Bench, Tools } from '../bench.ts';
import type { Outcome } from '../event.ts';
import { answerOf } from '../fillIn.ts';
import { findingsOf, verdictsIn } from '../findings.ts';
import type { Tried } from '../record.ts';
import { isOpen, isSolved, typeIn } from '../solve.ts';
import { induce } from './fault.ts';

/** Makes an attempt on the step that is open, and holds what comes of it against what should. */
export async function tryAttempt(
  bench: Bench,
  step: Step,
  attempt: Attempt,
  language: Language,
  tools: Tools,
): Promise<Tried> {
  const watched = bench.watched();
  const { session, events } = watched;
  await session.settled();
  const begun = events.length;
  if (attempt.fault) await induce(attempt.fault, bench);

  const verdicts = () => verdictsIn(step, events.slice(begun));
  const isErrored = () =>
    session.state().trouble !== undefined || verdicts().some(({ status }) => status === 'errored');
  const messages = () => [
    ...verdicts().map((each) => say(language, each.because)),
    ...events.slice(begun).flatMap((event) => (event.type === 'trouble.began' ? [say(language, event.trouble)] : [])),
  ];
  const saidSo = () => attempt.says === undefined || messages().some((each) => each.includes(attempt.says ?? ''));
  const arrived = () => {
    if (attempt.expect === 'passed') return isSolved(bench, step);
    if (attempt.expect === 'errored') return isErrored();
    return attempt.says !== undefined && isOpen(bench, step) && saidSo();
  };
  const come = () => watched.until(() => !isOpen(bench, step) || arrived(), tools.timeout);

  const typed = await typeIn(bench, step, attempt.run ?? '', tools, come());
  const answered = attempt.answer === undefined ? [] : [await answerOf(attempt.answer, bench)];
  for (const text of answered) session.send({ type: 'answer', text });
  // A world that does not answer never settles.
  if (attempt.expect === 'errored') await come();
  else await watched.settled();
  // Without a fault nothing more is to come once all has settled; a world that does not answer takes its time to say so.
  if (!arrived() && attempt.expect !== 'pending') await come();
  else if (!arrived() && attempt.says !== undefined) await watched.until(arrived, grace);

  const got = isSolved(bench, step) ? 'passed' : isErrored() ? 'errored' : 'pending';
  const trail = { typed, answered, findings: findingsOf(step, session.state(), events) };
  const fault = (because: ReturnType<typeof message>, expected: string, actual: string): Outcome => ({
    outcome: 'failed',
    because,
    mismatch: { expected, actual },
  });
  if (got !== attempt.expect) {
    const said = [got, ...messages()].join(' — ');
    return { ...trail, result: fault(message('prove.other-verdict'), attempt.expect, said) };
  }
  if (!saidSo()) {
    const expected = attempt.says ?? '';
    return { ...trail, result: fault(message('prove.other-message', { expected }), expected, messages().join(' — ')) };
  }
  return { ...trail, result: { outcome: 'ok' } };
}

/** How long a message may take to come after all has settled, in ms. */
const grace = 2_000;
