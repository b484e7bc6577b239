import type { Step } from '../../lab/lab.ts';
import type { Bench, Tools } from '../../typist/bench.ts';
import { isOpen, prepared, typeIn } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { nothing, type Tried } from '../record.ts';
import { pass } from '../walk.ts';
import { type Group, leavesNothing } from './targets.ts';

/**
Brings a bench to where a group of adversaries begins. What leaves nothing behind is skipped on the way, as a learner may.
Resolves with nothing once it is there; else with what stood in the way.
*/
export async function approach(
  bench: Bench,
  { step, stands }: Pick<Group, 'step' | 'stands'>,
  tools: Tools,
): Promise<Tried | undefined> {
  const { lab } = bench;
  for (const each of lab.steps) {
    if (each.id === step.id) break;
    if (leavesNothing(lab, each, tools.checks)) {
      await skipPast(bench, each, tools);
      continue;
    }
    const obstacle = await pass(bench, each, step, tools);
    if (obstacle) return obstacle;
  }
  for (const each of stands) {
    const bound = () => Object.keys(bench.watched().session.state().facts).length;
    const before = bound();
    const enough = bench.watched().until(() => bound() > before, tools.timeout);
    const typed = await typeIn(bench, step, each.run, tools, enough);
    if (await enough) continue;
    const because = message('prove.attack-no-footing', { step: step.id, name: each.name });
    return { ...nothing, typed, result: { outcome: 'failed', because } };
  }
  return undefined;
}

/** Skips a step where it is open, as a learner may. */
export async function skipPast(bench: Bench, step: Step, { timeout }: Tools): Promise<void> {
  const { session, until } = bench.watched();
  await session.settled();
  // Whoever has answered its questions may have ended it.
  if (!isOpen(bench, step)) return;
  session.send({ type: 'skip' });
  await until(() => !isOpen(bench, step), timeout);
  await prepared(bench);
}
