import type { Step } from '../../lab/lab.ts';
import { shownWay } from '../../lab/names.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { prepared, typeIn } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { approach, skipPast } from '../attack/approach.ts';
import { leavesNothing } from '../attack/targets.ts';
import { findingsOf } from '../findings.ts';
import type { ProofRunner } from '../proofRunner.ts';
import { nothing, type TrialResult } from '../record.ts';
import { errorAmong } from './errorAmong.ts';
import { factsOf, needs } from './needs.ts';
import { solvedAsShown } from './solved.ts';

/**
Skips each step once. What follows can still be done, or says that it needs what the step makes; once that is made after all, it goes on.
*/
export async function proveSkipped(wanted: readonly Step[], proofRunner: ProofRunner, tools: Tools): Promise<void> {
  const { lab, prove, onHarness } = proofRunner;
  const { steps } = lab;
  // Nothing follows the last one.
  const followed = wanted.filter((step) => step !== steps.at(-1));
  const idle = followed.filter((step) => leavesNothing(lab, step, tools.checks));
  const making = followed.filter((step) => !idle.includes(step));
  await Promise.all([
    // By turns, so that each has one beside it that is done.
    ...[0, 1].map((turn) => byTurns(idle.filter((_, index) => index % 2 === turn))),
    ...making.map((step) => onHarness((harness) => without(harness, step))),
  ]);

  function byTurns(skipped: readonly Step[]): Promise<void> {
    const last = steps.findLastIndex((step) => skipped.includes(step));
    return last < 0 ? Promise.resolve() : onHarness((harness) => walk(harness, skipped, last));
  }

  async function walk(harness: Harness, skipped: readonly Step[], last: number): Promise<void> {
    for (const [index, step] of steps.slice(0, last + 2).entries()) {
      const before = steps[index - 1];
      if (skipped.includes(step)) await skipPast(harness, step, tools);
      else if (!(await follow(harness, step, before && skipped.includes(before) ? before : undefined))) return;
    }
  }

  /** Without one step, up to the first one that needs it. */
  async function without(harness: Harness, step: Step): Promise<void> {
    const obstacle = await approach(harness, { step, stands: [] }, tools);
    if (obstacle) {
      await prove(harness, { phase: 'skipped', step }, async () => obstacle);
      return;
    }
    await skipPast(harness, step, tools);
    for (const each of steps.slice(steps.indexOf(step) + 1)) {
      const isNeeded = needs(each, step);
      if (!isNeeded && leavesNothing(lab, each, tools.checks)) await skipPast(harness, each, tools);
      else if (!(await follow(harness, each, step)) || isNeeded) return;
    }
  }

  /** Resolves with whether the step was done. */
  async function follow(harness: Harness, step: Step, skipped: Step | undefined): Promise<boolean> {
    const what = { phase: 'skipped', step, name: skipped?.id ?? '' } as const;
    if (skipped) return prove(harness, what, () => afterSkipping(harness, step, skipped, tools));
    const tried = await solvedAsShown(harness, step, tools);
    return tried.result.outcome === 'ok' || prove(harness, what, async () => tried);
  }
}

/** Does a step after another one was skipped: at once where it does not need that, else after what it makes has been made. */
async function afterSkipping(harness: Harness, step: Step, skipped: Step, tools: Tools): Promise<TrialResult> {
  const { session, events, until, settled: allSettled } = harness.watched();
  const needed = needs(step, skipped);
  await allSettled();
  session.send({ type: 'recheck' });
  // What a question asks about is looked for once it is answered.
  if (needed === 'asked') session.send({ type: 'answer', text: '?' });
  for (const _ of step.hints) session.send({ type: 'hint' });
  session.send({ type: 'solution' });
  // What is missing may be half of what comes: where a check settles, only its last look tells of it.
  await allSettled();
  const findings = findingsOf(step, session.state(), events);
  const error = errorAmong(findings, session.state());
  if (error) return { ...nothing, findings, result: error };
  const { trouble } = session.state();
  const pending = findings.filter(({ status }) => status === 'pending').map(({ because }) => because);
  const said = [...pending, ...(trouble ? [trouble] : [])].map((each) => say('en', each));
  if (needed && !said.some((each) => each.includes(skipped.title))) {
    const because = message('prove.skipped-untold', { step: step.id, skipped: skipped.title });
    const result = {
      outcome: 'failed',
      because,
      mismatch: { expected: skipped.title, actual: said.join(' — ') },
    } as const;
    return { ...nothing, findings, result };
  }
  if (!needed) return solvedAsShown(harness, step, tools);
  const bound = () => [...factsOf(skipped)].every((name) => name in session.state().facts);
  const enough = until(bound, tools.timeout);
  await typeIn(harness, step, shownWay(skipped), tools, enough);
  await enough;
  await prepared(harness);
  return solvedAsShown(harness, step, tools);
}
