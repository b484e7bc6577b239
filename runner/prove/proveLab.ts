import type { Step } from '../lab/lab.ts';
import { mistakeText, solutionText } from '../lab/names.ts';
import { proveAttack } from './attack/proveAttack.ts';
import { targetsOf } from './attack/targets.ts';
import type { Bench, Tools } from './bench.ts';
import { type RunOutcome, worst } from './event.ts';
import { untriedOf } from './expected.ts';
import { proveMutants } from './mutate/proveMutants.ts';
import { proveAway } from './phases/away.ts';
import { clean } from './phases/clean.ts';
import { proveFresh } from './phases/fresh.ts';
import { mistaken } from './phases/mistaken.ts';
import { proveSkipped } from './phases/skipped.ts';
import { solved, solvedAsShown } from './phases/solved.ts';
import { steadyToTheEnd } from './phases/steady.ts';
import { untouched } from './phases/untouched.ts';
import { proveVariants } from './phases/variants.ts';
import { worded } from './phases/worded.ts';
import { isSolved } from './solve.ts';
import { type LabTask, openWorkshop, type Workshop } from './workshop.ts';

export type Wanted = {
  /** These steps alone; those before them are solved first. */
  readonly steps?: readonly string[];
  /** Small wrong versions of the solutions, too. */
  readonly mutate?: boolean;
  /** The adversaries of the checks, too, and what comes of a machine that is not whole, or of a step that is skipped. */
  readonly attack?: boolean;
};

/** Proves a lab, or one step of it, on machines of its own. */
export async function proveLab(
  task: LabTask,
  { steps: only, mutate, attack }: Wanted,
  tools: Tools,
): Promise<RunOutcome> {
  const { record, labs } = task;
  const workshop = openWorkshop(task, tools);
  const { lab } = workshop;
  const began = tools.clock.now();
  record.emit({ type: 'lab.started', lab: lab.id });
  const wanted = lab.steps.filter(({ id }) => only === undefined || only.includes(id));

  await Promise.all([
    workshop.onBench((bench) => proveSteps(bench, wanted, workshop, tools)),
    proveVariants(wanted, workshop, tools),
    proveFresh(wanted, workshop, tools),
    mutate ? proveMutants(wanted, workshop, tools) : undefined,
    ...(attack ? [proveAttack, proveSkipped, proveAway] : []).map((each) => each(wanted, workshop, tools)),
  ]);
  await workshop.prove(undefined, { phase: 'worded' }, async () => worded(labs, workshop.history()));

  const targets = attack ? targetsOf(wanted, tools.checks) : [];
  const untried = untriedOf(lab, wanted, workshop.proofs(), targets);
  if (untried.length > 0) record.emit({ type: 'lab.untried', lab: lab.id, proofs: untried });
  const outcome = worst(workshop.outcomes());
  record.emit({ type: 'lab.ended', lab: lab.id, outcome, seconds: (tools.clock.now() - began) / 1000 });
  return outcome;
}

/** The way of somebody who errs first: every step untouched, then each mistake, then the solution, on one machine. */
async function proveSteps(bench: Bench, wanted: readonly Step[], workshop: Workshop, tools: Tools): Promise<void> {
  const { prove, lab } = workshop;
  for (const step of lab.steps.slice(0, lab.steps.findLastIndex((each) => wanted.includes(each)) + 1)) {
    if (!wanted.includes(step)) {
      await solvedAsShown(bench, step, tools);
      if (!isSolved(bench, step)) {
        await prove(bench, { phase: 'solved', step }, () => solved(bench, step, '', tools));
        return;
      }
      continue;
    }
    await prove(bench, { phase: 'untouched', step }, () => untouched(bench, step));
    for (const mistake of step.mistakes.filter(({ fresh }) => !fresh)) {
      const name = mistakeText(mistake);
      const what = { phase: 'mistaken', step, name, position: mistake.position } as const;
      await prove(bench, what, () => mistaken(bench, step, mistake, tools));
    }
    const right = { phase: 'solved', step, name: solutionText(step) } as const;
    if (!(await prove(bench, right, () => solvedAsShown(bench, step, tools)))) return;
  }
  if (wanted.length < lab.steps.length) return;
  await prove(bench, { phase: 'steady' }, () => steadyToTheEnd(bench, tools));
  if (!workshop.keeps(bench)) await prove(bench, { phase: 'clean' }, () => clean(bench, tools));
}
