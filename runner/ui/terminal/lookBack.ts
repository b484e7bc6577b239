import type { Emulator } from './emulator.ts';

/** Where the learner is in the shell's earlier output. */
export type Back = {
  /** Lines between what is in view and the newest. */
  readonly lines: number;
  readonly search?: {
    readonly text: string;
    /** `typing`: still being typed; `none`: stands nowhere further on. */
    readonly status: 'typing' | 'found' | 'none';
  };
};

type Output = Pick<Emulator, 'back' | 'find' | 'scrollPages' | 'toEnd'>;

/** Looking back in the shell's output by pages, and searching in it. Every key that is not for that ends it and is the shell's. */
export class LookBack {
  readonly #output: Output;
  #search: Back['search'];

  constructor(output: Output) {
    this.#output = output;
  }

  /** Undefined while the newest output is in view. */
  get state(): Back | undefined {
    const lines = this.#output.back;
    if (lines === 0) return undefined;
    return this.#search ? { lines, search: this.#search } : { lines };
  }

  page(direction: -1 | 1): void {
    this.#output.scrollPages(direction);
    if (this.#output.back === 0) this.#search = undefined;
  }

  /** Takes the keys that are for looking back; returns what is left for the shell. */
  take(text: string): string {
    let rest = text;
    while (rest !== '') {
      const key = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      // An arrow, or another key that is told by an escape and more, is the shell's.
      const isTaken = (key !== '\x1b' || rest === key) && this.#press(key);
      if (!isTaken) return rest;
      rest = rest.slice(key.length);
    }
    return '';
  }

  #press(key: string): boolean {
    if (this.#output.back === 0) {
      this.#search = undefined;
      return false;
    }
    if (this.#search?.status === 'typing') return this.#type(this.#search.text, key);
    if (key === '/') this.#search = { text: '', status: 'typing' };
    else if (this.#search && (key === 'n' || key === 'N')) this.#find(this.#search.text, key === 'n' ? -1 : 1);
    else {
      this.#search = undefined;
      this.#output.toEnd();
      return key === '\x1b';
    }
    return true;
  }

  #type(text: string, key: string): boolean {
    if (key === '\r' && text !== '') this.#find(text, -1);
    else if (key === '\r' || key === '\x1b') this.#search = undefined;
    else if (key === '\x7f') this.#search = { text: text.slice(0, -1), status: 'typing' };
    else if (key >= ' ') this.#search = { text: text + key, status: 'typing' };
    return true;
  }

  #find(text: string, direction: -1 | 1): void {
    this.#search = { text, status: this.#output.find(text, direction) ? 'found' : 'none' };
  }
}
