import type { View } from '../panel/view.ts';
import { waitOf } from '../panel/waiting.ts';

/** Counts what is waited for down, second by second: no timer runs while nothing is waited for, or once it takes longer. */
export class Countdown {
  readonly #tick: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(tick: () => void) {
    this.#tick = tick;
  }

  get isRunning(): boolean {
    return this.#timer !== undefined;
  }

  /** Told of each view; `now` in ms since 1970. */
  follow(view: View, now: number): void {
    const wait = waitOf({ ...view, now });
    if (!wait || wait.left === 0) this.stop();
    else this.#timer ??= this.#later(view, now);
  }

  #later(view: View, now: number): NodeJS.Timeout {
    const acted = view.session.steps[view.session.current]?.actedAt ?? now;
    return setTimeout(
      () => {
        this.#timer = undefined;
        this.#tick();
      },
      1000 - (Math.max(0, now - acted) % 1000),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
