import type { Attempt } from '../../lab/attempts.ts';
import type { Step } from '../../lab/lab.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import type { Language } from '../../words/message.ts';
import { type RunOutcome, worst } from '../event.ts';
import { inParts, tryOnMachines } from '../inTurn.ts';
import { type LabTask, openProofRunner } from '../proofRunner.ts';
import type { TrialResult } from '../record.ts';
import { bringTo, type Trial } from '../walk.ts';
import { tryAttempt } from './attempt.ts';

type Part = { readonly step: Step; readonly attempts: readonly Attempt[] };
type AttemptTrial = Trial & { readonly attempt: Attempt };

/** Makes each attempt where the steps before it have been solved; several in turn on one machine, which is put back after each. */
export async function proveAttempts(
  task: LabTask,
  attempts: readonly Attempt[],
  language: Language,
  tools: Tools,
): Promise<RunOutcome> {
  const proofRunner = openProofRunner(task, tools);
  const { lab } = proofRunner;
  const began = tools.clock.now();
  task.record.emit({ type: 'lab.started', lab: lab.id });
  const left = await Promise.all(partsOf(lab.steps, attempts).map(tryPart));
  const untried = left.flat().map(({ step, attempt }) => ({ lab: lab.id, ...whatOf(step, attempt), step: step.id }));
  if (untried.length > 0) task.record.emit({ type: 'lab.untried', lab: lab.id, proofs: untried });
  const outcome = worst(proofRunner.outcomes());
  task.record.emit({ type: 'lab.ended', lab: lab.id, outcome, seconds: (tools.clock.now() - began) / 1000 });
  return outcome;

  /** Resolves with what could not be tried. */
  function tryPart({ step, attempts: own }: Part): Promise<readonly AttemptTrial[]> {
    const proven = async (harness: Harness, attempt: Attempt, run: () => Promise<TrialResult>) => {
      await proofRunner.prove(harness, whatOf(step, attempt), run);
    };
    const trials = own.map((attempt): AttemptTrial => {
      const run = (harness: Harness) =>
        proven(harness, attempt, () => tryAttempt(harness, step, attempt, language, tools));
      return { step, attempt, run };
    });
    return tryOnMachines(proofRunner, trials, {
      reach: (harness) => bringTo(harness, step, tools),
      async onBarred(harness, obstacle, barred) {
        for (const { attempt } of barred) await proven(harness, attempt, async () => obstacle);
      },
    });
  }
}

const whatOf = (step: Step, { name, position }: Attempt) => ({ phase: 'attempt' as const, step, name, position });

/** Those of one step together, what leaves less behind first; what breaks the machine is alone. What takes longest begins first. */
function partsOf(steps: readonly Step[], attempts: readonly Attempt[]): readonly Part[] {
  const parts = steps.flatMap((step): readonly Part[] => {
    const own = attempts.filter(({ at }) => at === step.id);
    const breaking = own.filter(({ fault, expect }) => fault !== undefined || expect === 'errored');
    const others = own
      .filter((each) => !breaking.includes(each))
      .toSorted((one, other) => Number(one.expect === 'passed') - Number(other.expect === 'passed'));
    return [...inParts(others), ...breaking.map((each) => [each])].map((each) => ({ step, attempts: each }));
  });
  return parts.toSorted((one, other) => other.attempts.length - one.attempts.length);
}
