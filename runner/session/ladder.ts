import type { Clock } from '../verdict/clock.ts';

/** When to look again after a wake, in ms since it: an event may overtake what it announces. */
const rungs = [2, 5, 10, 20, 50, 100];
/** The same, for what costs much to look at. */
const fewRungs = [30, 100];

/** Looks that are still to come after a wake. */
export type Climb = {
  stop(): void;
  /** Resolves once the last look has been asked for, or it was stopped. */
  readonly ended: Promise<void>;
};

/** Looks again a few times after a wake, until told to stop; the last time all that it caused has long been told. */
export function climb(clock: Clock, look: (last: boolean) => void, costly = false): Climb {
  const steps = costly ? fewRungs : rungs;
  const ended = Promise.withResolvers<void>();
  let cancel = () => {};
  const rung = (index: number) => {
    const at = steps[index];
    if (at === undefined) return ended.resolve();
    cancel = clock.after(at - (steps[index - 1] ?? 0), () => {
      look(index === steps.length - 1);
      rung(index + 1);
    });
  };
  rung(0);
  return {
    stop() {
      cancel();
      ended.resolve();
    },
    ended: ended.promise,
  };
}
