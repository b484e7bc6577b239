import { message } from '../../words/message.ts';
import type { MachineClock } from '../machine/clock.ts';
import { WorldError } from '../world.ts';
import type { Ahead } from './serverClock.ts';

/** What times that a cluster has stamped, cut to whole seconds, are by the machine's clock: when at the earliest, and at the latest. */
export type Stamps = {
  /** Whether every part of the cluster goes by the machine's own clock, so that finer times are as good. */
  readonly same: boolean;
  earliest(stamp: number): number;
  latest(stamp: number): number;
};

/** Less than a second, which is the next stamp's. */
const fraction = 999;

/** Where nodes and machine are containers of one engine, there is one clock. */
export const sameClock: Stamps = {
  same: true,
  earliest: (stamp) => stamp,
  latest: (stamp) => stamp + fraction,
};

/** Elsewhere the API server's clock is another, as its answers show it. Throws `WorldError` where they do not. */
export function otherClock(clock: MachineClock, ahead: () => Ahead | undefined): Stamps {
  const known = (): Ahead => {
    const found = ahead();
    if (!found) throw new WorldError(message('kubernetes.clock-unknown'));
    return found;
  };
  return {
    same: false,
    earliest: (stamp) => stamp - known().most + clock.ahead,
    latest: (stamp) => stamp + fraction - known().least + clock.ahead,
  };
}
