import type { SessionEvent } from '../session/event.ts';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';
import type { Clock } from '../verdict/clock.ts';
import type { WorldError } from '../world/world.ts';

export type SessionView = { readonly state: SessionState; readonly events: readonly SessionEvent[] };

/** A session, and the ways to wait for what happens in it. */
export type Watched = {
  readonly session: Session;
  /** Every event since it was opened here. */
  readonly events: readonly SessionEvent[];
  /** Resolves with true as soon as this holds, with false where it does not within the limit (ms). */
  until(holds: (seen: SessionView) => boolean, limit: number): Promise<boolean>;
  /** Resolves once everything that was done so far has been judged, looked at again by the whole settle ladder. */
  settled(): Promise<void>;
};

type Surroundings = {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Rejects with an error of our own. */
  readonly fault: Promise<never>;
  readonly gone: Promise<WorldError>;
};

/** When the last rung of the settle ladder has been climbed, and a little more, in ms. */
const ladder = 160;

/** All waiting rejects where the machine is gone, the run is called off, or the session fails by our own fault. */
export function watch(session: Session, { clock, signal, fault, gone }: Surroundings): Watched {
  const events: SessionEvent[] = [];
  const watchers = new Set<() => void>();
  session.subscribe((event) => {
    events.push(event);
    for (const watcher of [...watchers]) watcher();
  });
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  fault.catch(broken.reject);
  gone.then(broken.reject);
  const callOff = () => broken.reject(signal.reason);
  signal.addEventListener('abort', callOff, { once: true });
  if (signal.aborted) callOff();

  const within = (limit: number, holds: () => boolean): Promise<boolean> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = () => holds() && resolve(true);
    const cancel = clock.after(limit, () => resolve(false));
    watchers.add(look);
    look();
    const outcome = Promise.race([promise, broken.promise]).finally(() => {
      watchers.delete(look);
      cancel();
    });
    // Where the run is called off, nobody may have come to wait for this yet.
    outcome.catch(() => undefined);
    return outcome;
  };

  const settled = (): Promise<void> => Promise.race([session.settled(), broken.promise]);
  return {
    session: { ...session, settled },
    events,
    until: (holds, limit) => within(limit, () => holds({ state: session.state(), events })),
    async settled() {
      await settled();
      await within(ladder, () => false);
      await Promise.race([session.rested(), broken.promise]);
    },
  };
}
