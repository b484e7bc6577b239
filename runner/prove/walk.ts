import type { Step } from '../lab/lab.ts';
import type { Harness, Tools } from '../typist/harness.ts';
import { message } from '../words/message.ts';
import { solvedAsShown } from './phases/solved.ts';
import type { TrialResult } from './record.ts';
import { type Restored, restore, type Snapshot } from './restore.ts';

/** Something to be tried on a step, from the point that the solutions of the steps before it lead to. */
export type Trial = { readonly step: Step; readonly run: (harness: Harness) => Promise<void> };

/**
Solves every step before this one as its author shows.
Resolves with nothing once the step is reached; else with what came of the first solution that did not pass.
*/
export async function bringTo(harness: Harness, step: Step, tools: Tools): Promise<TrialResult | undefined> {
  for (const each of harness.lab.steps) {
    if (each.id === step.id) return undefined;
    const obstacle = await pass(harness, each, step, tools);
    if (obstacle) return obstacle;
  }
  return undefined;
}

/** Solves a step as its author shows, on the way to another. Resolves with what came of it where it did not pass. */
export async function pass(
  harness: Harness,
  step: Step,
  towards: Step,
  tools: Tools,
): Promise<TrialResult | undefined> {
  const tried = await solvedAsShown(harness, step, tools);
  if (tried.result.outcome === 'ok') return undefined;
  if (tried.result.outcome === 'errored') return tried;
  const because = message('prove.not-reached', { step: towards.id, before: step.id });
  return { ...tried, result: { ...tried.result, because } };
}

/**
Tries one thing after another on the step that is open, each in a shell of its own, putting the machine back to its start in between. What was
tried is taken off the list: for what is left another machine is needed, since one before them left something that cannot be put back.
Resolves with how the machine is after the last.
*/
export async function tryInTurn(harness: Harness, start: Snapshot, left: Trial[]): Promise<Restored> {
  for (let trial = left.shift(); trial; trial = left.shift()) {
    await trial.run(harness);
    if (left.length === 0) break;
    const restored = await restore(harness, start, { anew: true });
    if (restored !== 'same') return restored;
    await harness.reopen(trial.step);
  }
  return 'other';
}
