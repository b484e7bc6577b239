import type { Harness } from '../typist/harness.ts';
import type { ProofRunner } from './proofRunner.ts';
import type { TrialResult } from './record.ts';
import { restore, type Snapshot, snapshot } from './restore.ts';
import { type Trial, tryInTurn } from './walk.ts';

/** How many things one machine is given to be tried at most: with more, two machines are done sooner. */
const most = 16;

export type Start<T extends Trial> = {
  /** Brings a machine to where all of them begin. Resolves with nothing once it is there; else with what stood in the way. */
  readonly reach: (harness: Harness) => Promise<TrialResult | undefined>;
  /** Told of what stood in the way, and what is not tried for it. */
  readonly onBarred: (harness: Harness, obstacle: TrialResult, left: readonly T[]) => Promise<void>;
};

/**
Tries them in turn, on another machine wherever one of them has left what cannot be put back.
Resolves with those that nobody could try: a machine could not even be had, which is told of, and the others would fare no better.
*/
export async function tryOnMachines<T extends Trial>(
  { onHarness }: Pick<ProofRunner, 'onHarness'>,
  all: readonly T[],
  { reach, onBarred }: Start<T>,
): Promise<readonly T[]> {
  const left = [...all];
  while (left.length > 0) {
    const before = left.length;
    await onHarness(async (harness) => {
      const virgin = await snapshot(harness);
      do {
        const obstacle = await reach(harness);
        if (obstacle) return onBarred(harness, obstacle, left.splice(0));
        const restored = await tryInTurn(harness, await snapshot(harness), left);
        if (restored === 'lost') return;
      } while (left.length > 0 && (await begunAnew(harness, virgin)));
    });
    if (left.length === before) break;
  }
  return left;
}

/** What was taken away cannot be put back, but the machine may be brought to where it was when nothing had been done, and led on from there. */
async function begunAnew(harness: Harness, virgin: Snapshot): Promise<boolean> {
  if ((await restore(harness, virgin, { anew: true })) !== 'same') return false;
  await harness.reopenWith(() => []);
  return true;
}

/** In as few parts as machines take, all of a size. */
export function inParts<T>(all: readonly T[]): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / most);
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}
