/** At most this often: 60 times a second. */
const interval = 1000 / 60;

/** Paints at once after a rest, else as soon as a frame's time has passed. The edge that needs a timer: a screen is drawn in real time. */
export class Pace {
  readonly #paint: () => void;
  #last = 0;
  #lastSoon = 0;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;

  constructor(paint: () => void) {
    this.#paint = paint;
  }

  now(): void {
    if (this.#timer) return;
    const rest = interval - (performance.now() - this.#last);
    if (rest <= 0) this.#fire();
    else this.#timer = setTimeout(() => this.#fire(), rest);
  }

  /** Without regard to the pace: for the echo of a key, which is never more often than people type. */
  atOnce(): void {
    this.#fire();
  }

  /**
  After everything that is already under way, so that changes that belong together are drawn together. It keeps a pace of its own:
  a verdict does not wait because its command has just written something.
  */
  soon(): void {
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined;
      if (performance.now() - this.#lastSoon < interval) return this.now();
      this.#fire();
      this.#lastSoon = this.#last;
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
    this.#timer = this.#soon = undefined;
  }

  #fire(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = performance.now();
    this.#paint();
  }
}
