import type { Mistake, Step } from '../../lab/lab.ts';
import { openQuestion } from '../../session/intents/answer.ts';
import { answerOf, fillIn } from '../../typist/fillIn.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { answerRightly, isOpen, timeoutOf, typeIn } from '../../typist/solve.ts';
import type { TypedLine } from '../../typist/typedLine.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { findingsOf, verdictsIn } from '../findings.ts';
import type { TrialResult } from '../record.ts';
import { errorAmong } from './errorAmong.ts';

/** How long a message may take to come after the attempt has been judged, in ms: in a cluster a Pod may have to start for it. */
const graceOf = ({ lab }: Harness, step: Step, tools: Tools) => (lab.needs.kubernetes ? timeoutOf(step, tools) : 3_000);

/** A declared mistake leaves the step pending and earns the message that is meant for it; then it is undone, whatever came of it. */
export async function mistaken(harness: Harness, step: Step, mistake: Mistake, tools: Tools): Promise<TrialResult> {
  const undo = () => typeIn(harness, step, mistake.undo ?? '', tools);
  const tried = await earning(harness, step, mistake, tools).catch(async (error: unknown) => {
    // Where nothing can be typed any more, what kept it from being told is told.
    await undo().catch(() => undefined);
    throw error;
  });
  const undone = await undo();
  await harness.watched().session.settled();
  return { ...tried, typed: [...tried.typed, ...undone] };
}

async function earning(harness: Harness, step: Step, mistake: Mistake, tools: Tools): Promise<TrialResult> {
  const watched = harness.watched();
  const { session, events } = watched;
  const grace = graceOf(harness, step, tools);
  await session.settled();
  const expected = await fillIn(mistake.expect, harness);
  const before = current(harness, step);
  const begun = events.length;
  const earned = () => {
    const said = verdictsIn(step, events.slice(begun));
    return (before.some(says) ? current(harness, step) : said).some(says);
  };
  const says = (verdict: Verdict) => verdict.status === 'pending' && say('en', verdict.because).includes(expected);

  // What it says already cannot tell that this attempt was seen, so then all that the attempt may cause is waited for.
  const wait = () => watched.until(() => !isOpen(harness, step) || (!before.some(says) && earned()), grace * 2);
  const { typed, answered } = await attempt(harness, step, mistake, tools, wait);
  await session.settled();
  if (isOpen(harness, step) && (before.some(says) || !earned())) await watched.settled();
  if (isOpen(harness, step) && !earned()) await watched.until(() => !isOpen(harness, step) || earned(), grace);
  // That it has not passed is believed once all has been looked at again: a script rests before it looks.
  if (isOpen(harness, step) && mistake.run !== undefined) session.send({ type: 'recheck' });
  // A check that settles tells of a miss with its last look alone.
  await (isOpen(harness, step) && !earned() ? watched.settled() : session.settled());

  const findings = findingsOf(step, session.state(), events);
  const trail = { typed, answered, findings };
  const failed = (because: ReturnType<typeof message>, actual: string): TrialResult => ({
    ...trail,
    result: { outcome: 'failed', because, mismatch: { expected, actual } },
  });
  const messages = verdictsIn(step, events.slice(begun)).map((each) => say('en', each.because));
  if (!isOpen(harness, step)) return failed(message('prove.mistake-passed', { step: step.id }), messages.at(-1) ?? '');
  if (!earned()) {
    const error = errorAmong(findings, session.state());
    if (error) return { ...trail, result: error };
    const said = messages.length > 0 ? messages : current(harness, step).map((each) => say('en', each.because));
    return failed(message('prove.other-message', { expected }), said.join(' '));
  }
  return { ...trail, result: { outcome: 'ok' } };
}

async function attempt(
  harness: Harness,
  step: Step,
  mistake: Mistake,
  tools: Tools,
  wait: () => Promise<boolean>,
): Promise<{ readonly typed: readonly TypedLine[]; readonly answered: readonly string[] }> {
  if (mistake.answer === undefined)
    return { typed: await typeIn(harness, step, mistake.run ?? '', tools, wait()), answered: [] };
  const { session } = harness.watched();
  // A later question is reached by answering those before it.
  const wanted = mistake.question ?? step.questions[0]?.id;
  for (const { id } of step.questions) {
    if (id === wanted) break;
    if (openQuestion(harness.lab, session.state())?.id === id) await answerRightly(harness, step, id, tools);
  }
  const answer = await answerOf(mistake.answer, harness);
  session.send({ type: 'answer', text: answer });
  await session.settled();
  return { typed: [], answered: [answer] };
}

/** What the step says now. */
const current = (harness: Harness, step: Step): readonly Verdict[] => {
  const own = harness
    .watched()
    .session.state()
    .steps.find((each) => each.id === step.id);
  return own ? [...Object.values(own.verdicts), ...Object.values(own.answers)] : [];
};
