/** The machine's clock, in ms since 1970: known at once, as it was last found to differ from this computer's. */
export class MachineClock {
  readonly #ask: () => Promise<number>;
  readonly #own: () => number;
  /** How far the machine's is ahead, in ms. */
  #ahead = 0;

  /** `ask`: what the machine's clock says. `own`: this computer's. */
  constructor(ask: () => Promise<number>, own: () => number = Date.now) {
    this.#ask = ask;
    this.#own = own;
    this.measure().catch(() => undefined);
  }

  now = (): number => this.#own() + this.#ahead;

  /** What {@link now} must be moved by for a time of this computer's. */
  get ahead(): number {
    return this.#ahead;
  }

  /** Asks the machine. Rejects with `WorldError` where it cannot be asked. */
  async measure(): Promise<number> {
    const asked = this.#own();
    const at = await this.#ask();
    const answered = this.#own();
    // An answer from between the two is what one and the same clock gives, as where the engine is this computer's own.
    const isSame = at >= asked - 1 && at <= answered + 1;
    this.#ahead = isSame ? 0 : at - (asked + answered) / 2;
    return at;
  }
}
