import type { Step } from '../../lab/lab.ts';
import { solutionText } from '../../lab/names.ts';
import type { Bench, Tools } from '../../typist/bench.ts';
import type { Tried } from '../record.ts';
import { restore, snapshot } from '../restore.ts';
import { takesAway } from '../takesAway.ts';
import { bringTo, pass, type Trial, tryInTurn } from '../walk.ts';
import type { Workshop } from '../workshop.ts';
import { solved, solvedAsShown } from './solved.ts';
import { steady } from './steady.ts';

/**
The way of somebody who makes no mistake. Each variant is tried from where its step began, the solution last; that is typed
once more after it has passed. Where a variant leaves what cannot be put back, the others get machines of their own; where
that is known before, each of them does from the beginning.
*/
export async function proveVariants(wanted: readonly Step[], workshop: Workshop, tools: Tools): Promise<void> {
  const { steps } = workshop.lab;
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
      await workshop.onBench(async (bench) => {
        if (await isHalted(bench, begin, await bringTo(bench, begin, tools))) return;
        for (const step of way.slice(way.indexOf(begin))) {
          const isBack = !open.delete(step) || (await tryVariants(bench, step));
          if (!isBack) from = step;
          if (!isBack || !(await goOn(bench, step))) return;
        }
      });
    }
  }

  /** Resolves with whether the step is open again as if nothing had been tried. */
  async function tryVariants(bench: Bench, step: Step): Promise<boolean> {
    if (step.variants.length === 0) return true;
    const start = await snapshot(bench);
    const left = [...trialsOf(step)];
    await tryInTurn(bench, start, left);
    for (const trial of left) apart.push(onItsOwn(trial));
    if (left.length > 0 || (await restore(bench, start)) !== 'same') return false;
    await bench.reopen(step);
    return true;
  }

  /** Solves a step, to go on to the next. Resolves with whether it passed. */
  async function goOn(bench: Bench, step: Step): Promise<boolean> {
    const next = way[way.indexOf(step) + 1] ?? step;
    if (!wanted.includes(step)) return !(await isHalted(bench, next, await pass(bench, step, next, tools)));
    const first = await solvedAsShown(bench, step, tools);
    const passed = first.result.outcome === 'ok';
    await workshop.prove(bench, { phase: 'steady', step, name: solutionText(step) }, async () =>
      passed ? steady(bench, step, step.solution, tools) : first,
    );
    // What was typed once more has been seen by the next step already.
    if (passed && next !== step) await bench.reopen(next);
    return passed;
  }

  async function isHalted(bench: Bench, step: Step, obstacle: Tried | undefined): Promise<boolean> {
    if (obstacle) await workshop.prove(bench, { phase: 'variant', step }, async () => obstacle);
    return obstacle !== undefined;
  }

  function trialsOf(step: Step): readonly Trial[] {
    return step.variants.map(({ run, position }) => ({
      step,
      run: async (bench) => {
        const what = { phase: 'variant', step, name: run, position } as const;
        await workshop.prove(bench, what, () => solved(bench, step, run, tools));
      },
    }));
  }

  function onItsOwn(trial: Trial): Promise<void> {
    const done = workshop.onBench(async (bench) => {
      if (!(await isHalted(bench, trial.step, await bringTo(bench, trial.step, tools)))) await trial.run(bench);
    });
    // Where the run is called off, nobody may have come to wait for this yet.
    done.catch(() => undefined);
    return done;
  }
}
