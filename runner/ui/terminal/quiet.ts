/** How long the output must have rested, in ms. */
const rest = 30;

/** Calls back once the output rests after activity: only time can tell that nothing more comes. */
export class Quiet {
  readonly #timer: NodeJS.Timeout;
  #waiting = false;

  constructor(quiet: () => void) {
    this.#timer = setTimeout(() => {
      if (this.#waiting) quiet();
      this.#waiting = false;
    }, rest);
  }

  active(): void {
    this.#waiting = true;
    this.#timer.refresh();
  }

  stop(): void {
    this.#waiting = false;
    clearTimeout(this.#timer);
  }
}
