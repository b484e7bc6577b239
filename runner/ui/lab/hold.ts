import type { Mark } from '../terminal/marks.ts';

/** From when on a command holds the shell, in ms: most have ended by then. */
const long = 1000;

/** Tells when a command has had the shell for a while, and when the shell is free again. */
export class Hold {
  readonly #tell: (held: boolean) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: (held: boolean) => void) {
    this.#tell = tell;
  }

  mark({ type }: Mark): void {
    this.stop();
    if (type === 'started') this.#timer = setTimeout(() => this.#tell(true), long);
    else this.#tell(false);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
