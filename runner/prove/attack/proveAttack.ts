import type { Step } from '../../lab/lab.ts';
import type { Bench, Tools } from '../bench.ts';
import { restore, type Snapshot, snapshot } from '../restore.ts';
import { type Trial, tryInTurn } from '../walk.ts';
import type { Workshop } from '../workshop.ts';
import { proveAnswers } from './answers.ts';
import { approach } from './approach.ts';
import { strike } from './strike.ts';
import { type Group, groupsOf, nameOf, type Target } from './targets.ts';

/** How many adversaries one machine is given at most: with more, two machines are done sooner. */
const most = 16;

/** Types the adversaries of every check: the right ones pass it, the wrong ones do not, and neither is a fault of the machine. */
export async function proveAttack(wanted: readonly Step[], workshop: Workshop, tools: Tools): Promise<void> {
  const { prove, onBench } = workshop;
  const groups = wanted
    .flatMap((step) => groupsOf(step, tools.checks))
    .toSorted((one, other) => other.targets.length - one.targets.length);
  await Promise.all([...groups.flatMap(inParts).map(tryGroup), proveAnswers(wanted, workshop, tools)]);

  async function tryGroup(group: Group): Promise<void> {
    const alone = group.targets.filter(({ adversary }) => adversary.fresh);
    const apart = alone.map((target) => onMachines(group, [trialOf(target)]));
    await Promise.all([
      onMachines(group, group.targets.filter((each) => !alone.includes(each)).map(trialOf)),
      ...apart,
    ]);
  }

  /** Tries them in turn, on another machine wherever one of them has left what cannot be put back. */
  async function onMachines(group: Group, all: readonly Trial[]): Promise<void> {
    let trials = all;
    while (trials.length > 0) {
      const before = trials.length;
      await onBench(async (bench) => {
        const virgin = await snapshot(bench);
        do trials = await onceMore(bench, group, trials);
        while (trials.length > 0 && (await begunAnew(bench, virgin)));
      });
      // A machine that could not even be had is told of; the others would fare no better.
      if (trials.length === before) return;
    }
  }

  /** Resolves with what is left to be tried. */
  async function onceMore(bench: Bench, group: Group, trials: readonly Trial[]): Promise<readonly Trial[]> {
    const { step } = group;
    const obstacle = await approach(bench, group, tools);
    if (obstacle) {
      await prove(bench, { phase: 'attack', step }, async () => obstacle);
      return [];
    }
    return tryInTurn(bench, await snapshot(bench), trials);
  }

  function trialOf(target: Target): Trial {
    const { step, use } = target;
    const what = { phase: 'attack', step, name: nameOf(target), position: use.position } as const;
    return {
      step,
      run: async (bench) => {
        await prove(bench, what, () => strike(bench, target, tools));
      },
    };
  }
}

/** What was taken away cannot be put back, but the machine may be brought to where it was when nothing had been done, and led on from there. */
async function begunAnew(bench: Bench, virgin: Snapshot): Promise<boolean> {
  if (!(await restore(bench, virgin))) return false;
  await bench.reopenWith(() => []);
  return true;
}

function inParts(group: Group): readonly Group[] {
  const parts = Math.ceil(group.targets.length / most);
  const size = Math.ceil(group.targets.length / parts);
  return Array.from({ length: parts }, (_, part) => ({
    ...group,
    targets: group.targets.slice(part * size, (part + 1) * size),
  }));
}
