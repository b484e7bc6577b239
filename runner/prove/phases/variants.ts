import type { Step } from '../../lab/lab.ts';
import { message } from '../../words/message.ts';
import type { Bench, Tools } from '../bench.ts';
import { nothing } from '../record.ts';
import { restore, snapshot } from '../restore.ts';
import { solve } from '../solve.ts';
import { bringTo, type Trial, tryInTurn } from '../walk.ts';
import type { Workshop } from '../workshop.ts';
import { solved } from './solved.ts';
import { steady } from './steady.ts';

/**
The way of somebody who makes no mistake. Each solution is typed once more after it has passed; each variant is tried from
where its step began. Where a step leaves what cannot be put back, its variants get machines of their own.
*/
export async function proveVariants(wanted: readonly Step[], workshop: Workshop, tools: Tools): Promise<void> {
  const { steps } = workshop.lab;
  const last = steps.findLastIndex((each) => wanted.includes(each));
  const apart: Trial[] = [];
  let from = 0;
  while (from <= last) {
    const begin = from;
    from = last + 1;
    await workshop.onBench(async (bench) => {
      const first = steps[begin];
      if (!first || !(await bringTo(bench, first, tools))) return;
      for (const [offset, step] of steps.slice(begin, last + 1).entries()) {
        const goOn = wanted.includes(step)
          ? await walkThrough(bench, step)
          : (await solve(bench, step, step.solution, tools)).solved;
        if (goOn === 'elsewhere') from = begin + offset + 1;
        if (goOn !== true) return;
        const next = steps[begin + offset + 1];
        // What was typed once more has been seen by the next step already.
        if (next) await bench.reopen(next);
      }
    });
  }
  await Promise.all(apart.map(onItsOwn));

  /** Resolves with false where the step cannot be solved, and with `elsewhere` where the way on needs another machine. */
  async function walkThrough(bench: Bench, step: Step): Promise<boolean | 'elsewhere'> {
    const start = await snapshot(bench);
    const { solved: passed } = await solve(bench, step, step.solution, tools);
    await workshop.prove(bench, { phase: 'steady', step, name: step.solution }, () =>
      passed ? steady(bench, step, step.solution, tools) : solved(bench, step, '', tools),
    );
    if (!passed || step.variants.length === 0) return passed;
    const trials = trialsOf(step);
    if (!(await restore(bench, start))) {
      apart.push(...trials);
      // What could be put back has been: this is neither where the step began nor where it ended.
      return 'elsewhere';
    }
    await bench.reopen(step);
    apart.push(...(await tryInTurn(bench, trials)));
    if (!(await restore(bench, start))) return 'elsewhere';
    await bench.reopen(step);
    return (await solve(bench, step, step.solution, tools)).solved;
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

  async function onItsOwn(trial: Trial): Promise<void> {
    await workshop.onBench(async (bench) => {
      if (await bringTo(bench, trial.step, tools)) return trial.run(bench);
      const because = message('prove.not-reached', { step: trial.step.id });
      const run = async () => ({ ...nothing, result: { outcome: 'failed', because } as const });
      await workshop.prove(bench, { phase: 'variant', step: trial.step }, run);
    });
  }
}
