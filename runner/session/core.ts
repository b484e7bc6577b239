import type { Lab, Step } from '../lab/lab.ts';
import type { Clock } from '../verdict/clock.ts';
import type { World } from '../world/world.ts';
import type { SessionEvent } from './event.ts';
import type { Checks, Judged } from './judgeCheck.ts';
import type { SessionState } from './state.ts';

/** An event without its time, which the engine's clock gives it. */
export type NewEvent = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'at'> : never) : never;

/** What the parts of the engine share: what is given to it, the state, and the one way to change it. */
export type Core = {
  readonly world: World;
  readonly checks: Checks;
  readonly clock: Clock;
  /** The lab, with its texts in the language that the learner reads now. */
  lab(): Lab;
  state(): SessionState;
  emit(event: NewEvent): void;
  /** Told of each look at a check, whether it changes the verdict or not. */
  readonly onLook?: (look: Look) => void;
};

/** One look at a check of the open step. */
export type Look = Judged & {
  readonly step: string;
  readonly check: number;
  /** What woke it, and when that happened, by the machine's clock. */
  readonly topic: string;
  readonly wokenAt: number;
  /** When it began, and how long it took, in ms. */
  readonly at: number;
  readonly took: number;
};

/** The step that is open; undefined once all have ended. */
export const openStep = ({ lab, state }: Core): Step | undefined => lab().steps[state().current];

/** The machine's time in ms; the runner's own where the machine cannot be asked. */
export const machineNow = ({ world, clock }: Core): Promise<number> => world.now().catch(() => clock.now());
