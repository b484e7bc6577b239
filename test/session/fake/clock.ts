import type { Clock } from '../../../runner/verdict/clock.ts';

/** A clock that only a test turns. In a world of plain objects nothing else takes time. */
export type FakeClock = Clock & {
  /** Lets so much time pass, in ms, and all that comes due in it happen in its turn. */
  turn(ms: number): Promise<void>;
  /** Somebody sets it, by so much: what is awaited comes when it would have come. */
  set(by: number): void;
};

type Timer = { readonly at: number; readonly run: () => void };

/** `start`: ms since 1970 */
export function fakeClock(start = 1_000_000): FakeClock {
  let now = 0;
  let offset = start;
  const timers = new Set<Timer>();
  const nextUntil = (end: number): Timer | undefined =>
    [...timers].filter((each) => each.at <= end).toSorted((one, other) => one.at - other.at)[0];

  return {
    now: () => offset + now,
    after(delay, run) {
      const timer = { at: now + delay, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async turn(ms) {
      const end = now + ms;
      await quiet();
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.run();
        await quiet();
      }
      now = end;
    },
    set(by) {
      offset += by;
    },
  };
}

/** Resolves once every promise that can resolve has: none of them waits for anything but others (event loop, Node.js guides). */
export const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
