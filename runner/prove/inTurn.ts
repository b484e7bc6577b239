import type { Bench } from '../typist/bench.ts';
import type { Tried } from './record.ts';
import { restore, type Snapshot, snapshot } from './restore.ts';
import { type Trial, tryInTurn } from './walk.ts';
import type { Workshop } from './workshop.ts';

/** How many things one machine is given to be tried at most: with more, two machines are done sooner. */
const most = 16;

export type Start<T extends Trial> = {
  /** Brings a machine to where all of them begin. Resolves with nothing once it is there; else with what stood in the way. */
  readonly reach: (bench: Bench) => Promise<Tried | undefined>;
  /** Told of what stood in the way, and what is not tried for it. */
  readonly onBarred: (bench: Bench, obstacle: Tried, left: readonly T[]) => Promise<void>;
};

/**
Tries them in turn, on another machine wherever one of them has left what cannot be put back.
Resolves with those that nobody could try: a machine could not even be had, which is told of, and the others would fare no better.
*/
export async function tryOnMachines<T extends Trial>(
  { onBench }: Pick<Workshop, 'onBench'>,
  all: readonly T[],
  { reach, onBarred }: Start<T>,
): Promise<readonly T[]> {
  const left = [...all];
  while (left.length > 0) {
    const before = left.length;
    await onBench(async (bench) => {
      const virgin = await snapshot(bench);
      do {
        const obstacle = await reach(bench);
        if (obstacle) return onBarred(bench, obstacle, left.splice(0));
        const restored = await tryInTurn(bench, await snapshot(bench), left);
        if (restored === 'lost') return;
      } while (left.length > 0 && (await begunAnew(bench, virgin)));
    });
    if (left.length === before) break;
  }
  return left;
}

/** What was taken away cannot be put back, but the machine may be brought to where it was when nothing had been done, and led on from there. */
async function begunAnew(bench: Bench, virgin: Snapshot): Promise<boolean> {
  if ((await restore(bench, virgin, { anew: true })) !== 'same') return false;
  await bench.reopenWith(() => []);
  return true;
}

/** In as few parts as machines take, all of a size. */
export function inParts<T>(all: readonly T[]): readonly (readonly T[])[] {
  const parts = Math.ceil(all.length / most);
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}
