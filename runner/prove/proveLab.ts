import type { Mistake, Step } from '../lab/lab.ts';
import { mistakeText, solutionText } from '../lab/names.ts';
import type { Harness, Tools } from '../typist/harness.ts';
import { isOpen, isSolved } from '../typist/solve.ts';
import { proveAttack } from './attack/proveAttack.ts';
import { targetsOf } from './attack/targets.ts';
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
import { type LabTask, openProofRunner, type ProofRunner } from './proofRunner.ts';
import { bringTo } from './walk.ts';

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
  const proofRunner = openProofRunner(task, tools);
  const { lab } = proofRunner;
  const began = tools.clock.now();
  record.emit({ type: 'lab.started', lab: lab.id });
  const wanted = lab.steps.filter(({ id }) => only === undefined || only.includes(id));

  await Promise.all([
    proveSteps(wanted, proofRunner, tools),
    proveVariants(wanted, proofRunner, tools),
    proveFresh(wanted, proofRunner, tools),
    mutate ? proveMutants(wanted, proofRunner, tools) : undefined,
    ...(attack ? [proveAttack, proveSkipped, proveAway] : []).map((each) => each(wanted, proofRunner, tools)),
  ]);
  await proofRunner.prove(undefined, { phase: 'worded' }, async () => worded(labs, proofRunner.history()));

  const targets = attack ? targetsOf(wanted, tools.checks) : [];
  const untried = untriedOf(lab, wanted, proofRunner.proofs(), targets);
  if (untried.length > 0) record.emit({ type: 'lab.untried', lab: lab.id, proofs: untried });
  const outcome = worst(proofRunner.outcomes());
  record.emit({ type: 'lab.ended', lab: lab.id, outcome, seconds: (tools.clock.now() - began) / 1000 });
  return outcome;
}

/** Where somebody who errs first goes on: at a step, with the mistakes that are still to be made there. */
type Stage = { readonly step: Step; readonly mistakes: readonly Mistake[]; readonly seen: boolean };

/**
The way of somebody who errs first: every step untouched, then each mistake, then the solution, on one machine. Where a mistake passes its
step, it is over there, and the way goes on from this step on another machine.
*/
async function proveSteps(wanted: readonly Step[], proofRunner: ProofRunner, tools: Tools): Promise<void> {
  const { prove, lab } = proofRunner;
  const [first] = lab.steps;
  const last = lab.steps.findLastIndex((each) => wanted.includes(each));
  let from = first && stageAt(first);
  while (from) {
    const begin = from;
    from = undefined;
    await proofRunner.onHarness(async (harness) => {
      const obstacle = await bringTo(harness, begin.step, tools);
      if (obstacle) return void (await prove(harness, { phase: 'solved', step: begin.step }, async () => obstacle));
      from = await walk(harness, begin);
    });
  }

  /** Resolves with where another machine is to go on; with nothing where this one has come to the end. */
  async function walk(harness: Harness, begin: Stage): Promise<Stage | undefined> {
    for (const step of lab.steps.slice(lab.steps.indexOf(begin.step), last + 1)) {
      if (!wanted.includes(step)) {
        await solvedAsShown(harness, step, tools);
        if (!isSolved(harness, step)) {
          await prove(harness, { phase: 'solved', step }, () => solved(harness, step, '', tools));
          return;
        }
        continue;
      }
      const left = await err(harness, step === begin.step ? begin : stageAt(step));
      if (left) return left;
      const right = { phase: 'solved', step, name: solutionText(step) } as const;
      if (!(await prove(harness, right, () => solvedAsShown(harness, step, tools)))) return;
    }
    if (wanted.length < lab.steps.length) return;
    await prove(harness, { phase: 'steady' }, () => steadyToTheEnd(harness, tools));
    if (!proofRunner.keeps(harness)) await prove(harness, { phase: 'clean' }, () => clean(harness, tools));
  }

  /** Makes the mistakes of a step; resolves with what is left of it where one of them has passed it. */
  async function err(harness: Harness, { step, mistakes, seen }: Stage): Promise<Stage | undefined> {
    if (!seen) await prove(harness, { phase: 'untouched', step }, () => untouched(harness, step));
    await harness.watched().session.settled();
    // A step that passes by itself leaves nothing to do wrong.
    if (!isOpen(harness, step)) return;
    for (const [index, mistake] of mistakes.entries()) {
      const what = { phase: 'mistaken', step, name: mistakeText(mistake), position: mistake.position } as const;
      await prove(harness, what, () => mistaken(harness, step, mistake, tools));
      if (!isOpen(harness, step)) return { step, mistakes: mistakes.slice(index + 1), seen: true };
    }
  }
}

/** Those that are `fresh` have machines of their own. */
const stageAt = (step: Step): Stage => ({
  step,
  mistakes: step.mistakes.filter(({ fresh }) => !fresh),
  seen: false,
});
