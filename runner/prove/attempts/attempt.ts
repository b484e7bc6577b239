import { type Attempt, questionAt } from '../../lab/attempts.ts';
import type { Step } from '../../lab/lab.ts';
import type { SessionEvent } from '../../session/event.ts';
import { answerOf, fillIn } from '../../typist/fillIn.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import {
  answerRightly,
  haveChecksPassed,
  isAnswered,
  isOpen,
  isSolved,
  timeoutOf,
  typeIn,
} from '../../typist/solve.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Outcome } from '../event.ts';
import { stood } from '../fallen.ts';
import { findingsOf, verdictsIn } from '../findings.ts';
import type { TrialResult } from '../record.ts';
import { induce } from './fault.ts';

/** Makes an attempt on the step that is open, and holds what comes of it against what should. */
export async function tryAttempt(
  harness: Harness,
  step: Step,
  attempt: Attempt,
  language: Language,
  tools: Tools,
): Promise<TrialResult> {
  const watched = harness.watched();
  const { session, events } = watched;
  await session.settled();
  const place = attempt.answer === undefined ? -1 : questionAt(step, attempt.question);
  const question = step.questions[place];
  const earlier = step.questions.slice(0, Math.max(place, 0)).map(({ id }) => id);
  // Whatever a step asks besides, an action is right where every check passes. A step that only asks is passed by no action.
  const hasActed = () => (step.checks.length > 0 ? haveChecksPassed(harness, step) : isSolved(harness, step));
  const hasPassed = () => {
    if (!question) return hasActed();
    return (
      isAnswered(harness, step, question.id) && (attempt.run === undefined || step.checks.length === 0 || hasActed())
    );
  };
  const line = attempt.run === undefined ? '' : await fillIn(attempt.run, harness);
  const says = attempt.says === undefined ? undefined : await fillIn(attempt.says, harness);
  const readAnswer = async (): Promise<readonly string[]> => {
    // A later question is reached by answering those before it.
    for (const id of earlier) await answerRightly(harness, step, id, tools);
    return attempt.answer === undefined ? [] : [await answerOf(attempt.answer, harness)];
  };
  const begun = events.length;
  // What a fault takes away can be spoken of no more; what is answered without one may be about what is typed before.
  const ready = attempt.fault ? await readAnswer() : undefined;
  if (attempt.fault) await induce(attempt.fault, harness);

  const isTheirs = (event: SessionEvent) => !(event.type === 'question.answered' && earlier.includes(event.question));
  const verdicts = () => verdictsIn(step, events.slice(begun).filter(isTheirs));
  const isErrored = () =>
    session.state().trouble !== undefined || verdicts().some(({ status }) => status === 'errored');
  const messages = () => [
    ...verdicts().map((each) => say(language, each.because)),
    ...events.slice(begun).flatMap((event) => (event.type === 'trouble.began' ? [say(language, event.trouble)] : [])),
    ...events.slice(begun).flatMap((event) => (event.type === 'step.reopened' ? [say(language, event.because)] : [])),
  ];
  const saidSo = () => says === undefined || messages().some((each) => each.includes(says));
  const arrived = () => {
    if (attempt.expect === 'passed') return hasPassed();
    if (attempt.expect === 'errored') return isErrored();
    return says !== undefined && isOpen(harness, step) && saidSo();
  };
  const come = () => watched.until(() => !isOpen(harness, step) || arrived(), timeoutOf(step, tools));

  const enough = watched.until(
    () => !isOpen(harness, step) || arrived() || (question !== undefined && hasActed()),
    tools.timeout,
  );
  const typed = await typeIn(harness, step, line, tools, enough);
  // What is typed is judged before the answer is: that may end the step.
  if (typed.length > 0 && question && !attempt.fault) await watched.settled();
  const answered = ready ?? (await readAnswer());
  for (const text of answered) session.send({ type: 'answer', text });
  // A world that does not answer never settles.
  if (attempt.expect === 'errored') await come();
  else await watched.settled();
  // What is pending now may pass at the next look: it is believed only after that.
  if (attempt.expect === 'pending' && isOpen(harness, step)) {
    session.send({ type: 'recheck' });
    await watched.settled();
  }
  // What ended by itself soon after it had passed was none that was asked for.
  if (attempt.run !== undefined && !attempt.fault) await stood(harness, tools.timeout);
  // Without a fault nothing more is to come once all has settled; a world that does not answer takes its time to say so.
  if (!arrived() && attempt.expect !== 'pending') await come();
  else if (!arrived() && says !== undefined) await watched.until(arrived, grace);

  const got = hasPassed() ? 'passed' : isErrored() ? 'errored' : 'pending';
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
  // What is said of the step at the end counts, though it was said before as well.
  const stands = trail.findings.some(({ because }) => says !== undefined && say(language, because).includes(says));
  if (!saidSo() && !stands) {
    const expected = says ?? '';
    return { ...trail, result: fault(message('prove.other-message', { expected }), expected, messages().join(' — ')) };
  }
  return { ...trail, result: { outcome: 'ok' } };
}

/** How long a message may take to come after all has settled, in ms. */
const grace = 2_000;
