import type { Mark } from './marks.ts';

/** To the end of the line, and away with what stands before it: a line that the learner had begun. */
const emptyLine = '\x05\x15';

/**
Types commands into the shell as a learner would: a line and Enter, the next one at the next prompt.

A line that leaves its command unfinished (a loop, a here-document) brings no prompt: then the shell is still while no command runs, and the next line follows.
*/
export class PromptTypist {
  readonly #write: (data: string) => void;
  #lines: readonly string[] = [];
  #running = false;
  #waiting = false;

  constructor(write: (data: string) => void) {
    this.#write = write;
  }

  type(commands: string): void {
    const idle = this.#lines.length === 0 && !this.#waiting;
    this.#lines = [...this.#lines, ...commands.replace(/\n+$/, '').split('\n')];
    if (idle && !this.#running) this.#next(emptyLine);
  }

  mark(mark: Mark): void {
    this.#running = mark.type === 'started';
    if (mark.type === 'prompt') this.#proceed(emptyLine);
  }

  quiet(): void {
    if (this.#waiting && !this.#running) this.#proceed('');
  }

  /** The shell is another one now. */
  forget(): void {
    this.#lines = [];
    this.#running = false;
    this.#waiting = false;
  }

  #proceed(before: string): void {
    this.#waiting = false;
    this.#next(before);
  }

  #next(before: string): void {
    const [line, ...rest] = this.#lines;
    if (line === undefined) return;
    this.#lines = rest;
    this.#waiting = true;
    this.#write(`${before}${line}\r`);
  }
}
