import { judgeUse } from '../../session/judgeUse.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { coreOf, isOpen, timeoutOf, typeIn } from '../../typist/solve.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Outcome } from '../event.ts';
import { fallen, stood } from '../fallen.ts';
import { finding } from '../findings.ts';
import { errorAmong } from '../phases/errorAmong.ts';
import type { TrialResult } from '../record.ts';
import { atRest } from './atRest.ts';
import type { Target } from './targets.ts';

/** How long a message may take to come after all has settled, in ms. */
const grace = 2_000;

/**
Types an adversary and holds what its check makes of it against what it should. A right one passes in time, and what it asked for is still
there after that. A wrong one is pending after all has settled and the check has been looked at once more, and has not passed in between either.
*/
export async function strike(harness: Harness, target: Target, tools: Tools): Promise<TrialResult> {
  const { step, index, use, adversary } = target;
  const { outcome, says, run, undo } = adversary;
  const watched = harness.watched();
  const { session, events } = watched;
  await session.settled();
  const begun = events.length;
  const own = () => session.state().steps.find((each) => each.id === step.id)?.verdicts[index];
  // What passes before anything is done is looked at again only once all else has passed.
  const held = own()?.status === 'passed';
  const judgements = () =>
    events
      .slice(begun)
      .flatMap((each) => (each.type === 'check.judged' && each.step === step.id && each.check === index ? [each] : []));
  const said = (): readonly Verdict[] => judgements().map(({ verdict }) => verdict);
  const hasPassed = () => !held && said().some(({ status }) => status === 'passed');
  const isTold = () => said().some((each) => each.status === 'pending' && each.attempt);
  const isOver = () => hasPassed() || !isOpen(harness, step);

  const enough = watched.until(() => isOver() || (outcome === 'wrong' && isTold()), timeoutOf(step, tools));
  const typed = await typeIn(harness, step, run, tools, enough);
  if (outcome === 'right' && !held) await enough;
  else {
    await atRest(harness, tools);
    await watched.settled();
    if (isOpen(harness, step)) session.send({ type: 'recheck' });
    await watched.settled();
    if (says !== undefined) await watched.until(() => isOver() || said().some(saysSo), grace);
  }
  // What ends by itself soon after it has passed was none that was asked for: the session says so, and opens the step again.
  if (outcome === 'wrong' && hasPassed()) await stood(harness, tools.timeout);
  const gone = outcome === 'right' && hasPassed() ? await fallen(harness) : undefined;
  const hasFallen = () =>
    events.slice(begun).some((each) => each.type === 'step.reopened' && each.step === step.id && each.check === index);
  const last = held ? (await judgeUse(coreOf(harness, tools), step, use, Number.MAX_SAFE_INTEGER))?.verdict : own();
  const findings = last ? [finding(use.check, last, judgements().at(-1)?.evidence)] : [];
  const result = resultOf([...said(), ...(last ? [last] : [])]);
  const undone = undo === undefined ? [] : await typeIn(harness, step, undo, tools);
  return { typed: [...typed, ...undone], answered: [], findings, result };

  function saysSo(verdict: Verdict): boolean {
    // What the lab says in its own words nobody can know beforehand.
    const { because, status } = verdict;
    return status === 'pending' && (because.id === 'check.say' || say('en', because).includes(says ?? ''));
  }

  function resultOf(all: readonly Verdict[]): Outcome {
    const error = all.find(({ status }) => status === 'errored');
    if (error) return errorAmong([finding(use.check, error, undefined)]) ?? { outcome: 'ok' };
    const texts = all.map(({ because }) => say('en', because));
    const values = { step: step.id, check: use.check, name: adversary.name };
    const actual = texts.at(-1) ?? '';
    if (outcome === 'right') {
      if (gone && hasFallen()) return gone.result;
      if (hasPassed() || (held && last?.status === 'passed')) return { outcome: 'ok' };
      const because = message('prove.attack-refused', { ...values, seconds: timeoutOf(step, tools) / 1000 });
      return { outcome: 'failed', because, mismatch: { expected: '✔', actual } };
    }
    if (hasFallen() && last?.status !== 'passed') return { outcome: 'ok' };
    if (hasPassed() || last?.status !== 'pending')
      return { outcome: 'failed', because: message('prove.attack-passed', values) };
    if (says === undefined || all.some(saysSo)) return { outcome: 'ok' };
    const because = message('prove.attack-other-message', { ...values, expected: says });
    return { outcome: 'failed', because, mismatch: { expected: says, actual: texts.join(' — ') } };
  }
}
