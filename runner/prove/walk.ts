import type { Step } from '../lab/lab.ts';
import type { Bench, Tools } from './bench.ts';
import { restore, snapshot } from './restore.ts';
import { solve } from './solve.ts';

/** Something to be tried on a step, from the point that the solutions of the steps before it lead to. */
export type Trial = { readonly step: Step; readonly run: (bench: Bench) => Promise<void> };

/** Solves every step before this one as its author shows. Resolves with whether that worked. */
export async function bringTo(bench: Bench, step: Step, tools: Tools): Promise<boolean> {
  for (const each of bench.lab.steps) {
    if (each.id === step.id) return true;
    if (!(await solve(bench, each, each.solution, tools)).solved) return false;
  }
  return false;
}

/**
Tries one thing after another on the step that is open, putting the machine back in between.
Resolves with those for which another machine is needed: one before them left something that cannot be put back.
*/
export async function tryInTurn(bench: Bench, trials: readonly Trial[]): Promise<readonly Trial[]> {
  const start = await snapshot(bench);
  for (const [index, trial] of trials.entries()) {
    await trial.run(bench);
    const rest = trials.slice(index + 1);
    if (rest.length === 0) return [];
    if (!(await restore(bench, start))) return rest;
    await bench.reopen(trial.step);
  }
  return [];
}
