import type { Step } from '../../lab/lab.ts';
import type { Tools } from '../../typist/harness.ts';
import { inParts, type Start, tryOnMachines } from '../inTurn.ts';
import type { ProofRunner } from '../proofRunner.ts';
import type { Trial } from '../walk.ts';
import { proveAnswers } from './answers.ts';
import { approach } from './approach.ts';
import { strike } from './strike.ts';
import { type Group, groupsOf, nameOf, type Target } from './targets.ts';

/** Types the adversaries of every check: the right ones pass it, the wrong ones do not, and neither is a fault of the machine. */
export async function proveAttack(wanted: readonly Step[], proofRunner: ProofRunner, tools: Tools): Promise<void> {
  const { prove } = proofRunner;
  const groups = wanted
    .flatMap((step) => groupsOf(step, tools.checks))
    .toSorted((one, other) => other.targets.length - one.targets.length);
  await Promise.all([...groups.map(tryGroup), proveAnswers(wanted, proofRunner, tools)]);

  async function tryGroup(group: Group): Promise<void> {
    const { step, targets } = group;
    const start: Start<Trial> = {
      reach: (harness) => approach(harness, group, tools),
      onBarred: async (harness, obstacle) => {
        await prove(harness, { phase: 'attack', step }, async () => obstacle);
      },
    };
    const together = targets.filter(({ adversary }) => !adversary.fresh);
    const alone = targets.filter((each) => !together.includes(each)).map((each) => [each]);
    await Promise.all(
      [...inParts(together), ...alone].map((each) => tryOnMachines(proofRunner, each.map(trialOf), start)),
    );
  }

  function trialOf(target: Target): Trial {
    const { step, use } = target;
    const what = { phase: 'attack', step, name: nameOf(target), position: use.position } as const;
    return {
      step,
      run: async (harness) => {
        await prove(harness, what, () => strike(harness, target, tools));
      },
    };
  }
}
