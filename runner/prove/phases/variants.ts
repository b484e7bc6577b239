import type { Step } from '../../lab/lab.ts';
import { solutionText } from '../../lab/names.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import type { ProofRunner } from '../proofRunner.ts';
import type { TrialResult } from '../record.ts';
import { restore, snapshot } from '../restore.ts';
import { takesAway } from '../takesAway.ts';
import { bringTo, pass, type Trial, tryInTurn } from '../walk.ts';
import { solved, solvedAsShown } from './solved.ts';
import { steady } from './steady.ts';

/**
The way of somebody who makes no mistake. Each variant is tried from where its step began, the solution last; that is typed
once more after it has passed. Where a variant leaves what cannot be put back, the others get machines of their own; where
that is known before, each of them does from the beginning.
*/
export async function proveVariants(wanted: readonly Step[], proofRunner: ProofRunner, tools: Tools): Promise<void> {
  const { steps } = proofRunner.lab;
  const way = steps.slice(0, steps.findLastIndex((each) => wanted.includes(each)) + 1);
  const removing = wanted.filter((step) => takesAway(step, tools.checks));
  const open = new Set(wanted.filter((step) => !removing.includes(step)));
  const walked = walk();
  const apart = removing.flatMap(trialsOf).map(onItsOwn);
  await walked;
  await Promise.all(apart);

  async function walk(): Promise<void> {
    let from: Step | undefined = way[0];
    while (from) {
      const begin = from;
      from = undefined;
      await proofRunner.onHarness(async (harness) => {
        if (await isHalted(harness, begin, await bringTo(harness, begin, tools))) return;
        for (const step of way.slice(way.indexOf(begin))) {
          const isBack = !open.delete(step) || (await tryVariants(harness, step));
          if (!isBack) from = step;
          if (!isBack || !(await goOn(harness, step))) return;
        }
      });
    }
  }

  /** Resolves with whether the step is open again as if nothing had been tried. */
  async function tryVariants(harness: Harness, step: Step): Promise<boolean> {
    if (step.variants.length === 0) return true;
    const start = await snapshot(harness);
    const left = [...trialsOf(step)];
    await tryInTurn(harness, start, left);
    for (const trial of left) apart.push(onItsOwn(trial));
    if (left.length > 0 || (await restore(harness, start)) !== 'same') return false;
    await harness.reopen(step);
    return true;
  }

  /** Solves a step, to go on to the next. Resolves with whether it passed. */
  async function goOn(harness: Harness, step: Step): Promise<boolean> {
    const next = way[way.indexOf(step) + 1] ?? step;
    if (!wanted.includes(step)) return !(await isHalted(harness, next, await pass(harness, step, next, tools)));
    const first = await solvedAsShown(harness, step, tools);
    const passed = first.result.outcome === 'ok';
    await proofRunner.prove(harness, { phase: 'steady', step, name: solutionText(step) }, async () =>
      passed ? steady(harness, step, step.solution, tools) : first,
    );
    // What was typed once more has been seen by the next step already.
    if (passed && next !== step) await harness.reopen(next);
    return passed;
  }

  async function isHalted(harness: Harness, step: Step, obstacle: TrialResult | undefined): Promise<boolean> {
    if (obstacle) await proofRunner.prove(harness, { phase: 'variant', step }, async () => obstacle);
    return obstacle !== undefined;
  }

  function trialsOf(step: Step): readonly Trial[] {
    return step.variants.map(({ run, position }) => ({
      step,
      run: async (harness) => {
        const what = { phase: 'variant', step, name: run, position } as const;
        await proofRunner.prove(harness, what, () => solved(harness, step, run, tools));
      },
    }));
  }

  function onItsOwn(trial: Trial): Promise<void> {
    const done = proofRunner.onHarness(async (harness) => {
      if (!(await isHalted(harness, trial.step, await bringTo(harness, trial.step, tools)))) await trial.run(harness);
    });
    // Where the run is called off, nobody may have come to wait for this yet.
    done.catch(() => undefined);
    return done;
  }
}
