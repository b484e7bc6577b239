/** How long the output must have rested, in ms. */
const rest = 30;

/** At least this often while the output never rests, in ms: often enough to seem at once, seldom enough to cost nothing. */
const longest = 1000;

type Told = {
  /** The output rests after activity. */
  readonly quiet: () => void;
  /** There is something new to see: the output rests, or has gone on for a while without a rest. */
  readonly look: () => void;
};

/** Calls back once the output rests after activity: only time can tell that nothing more comes. */
export class Quiet {
  readonly #timer: NodeJS.Timeout;
  readonly #told: Told;
  #waiting = false;
  /** When the activity began, or was last told of. */
  #since = 0;

  constructor(told: Told) {
    this.#told = told;
    this.#timer = setTimeout(() => {
      const wasWaiting = this.#waiting;
      this.#waiting = false;
      if (!wasWaiting) return;
      told.quiet();
      told.look();
    }, rest);
  }

  active(): void {
    const now = performance.now();
    if (!this.#waiting) this.#since = now;
    this.#waiting = true;
    this.#timer.refresh();
    if (now - this.#since < longest) return;
    this.#since = now;
    this.#told.look();
  }

  stop(): void {
    this.#waiting = false;
    clearTimeout(this.#timer);
  }
}
