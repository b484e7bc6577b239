import type { Step } from '../../lab/lab.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { isOpen, prepared, typeIn } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { nothing, type TrialResult } from '../record.ts';
import { pass } from '../walk.ts';
import { type Group, leavesNothing } from './targets.ts';

/**
Brings a harness to where a group of adversaries begins. What leaves nothing behind is skipped on the way, as a learner may.
Resolves with nothing once it is there; else with what stood in the way.
*/
export async function approach(
  harness: Harness,
  { step, stands }: Pick<Group, 'step' | 'stands'>,
  tools: Tools,
): Promise<TrialResult | undefined> {
  const { lab } = harness;
  for (const each of lab.steps) {
    if (each.id === step.id) break;
    if (leavesNothing(lab, each, tools.checks)) {
      await skipPast(harness, each, tools);
      continue;
    }
    const obstacle = await pass(harness, each, step, tools);
    if (obstacle) return obstacle;
  }
  for (const each of stands) {
    const bound = () => Object.keys(harness.watched().session.state().facts).length;
    const before = bound();
    const enough = harness.watched().until(() => bound() > before, tools.timeout);
    const typed = await typeIn(harness, step, each.run, tools, enough);
    if (await enough) continue;
    const because = message('prove.attack-no-footing', { step: step.id, name: each.name });
    return { ...nothing, typed, result: { outcome: 'failed', because } };
  }
  return undefined;
}

/** Skips a step where it is open, as a learner may. */
export async function skipPast(harness: Harness, step: Step, { timeout }: Tools): Promise<void> {
  const { session, until } = harness.watched();
  await session.settled();
  // Whoever has answered its questions may have ended it.
  if (!isOpen(harness, step)) return;
  session.send({ type: 'skip' });
  await until(() => !isOpen(harness, step), timeout);
  await prepared(harness);
}
