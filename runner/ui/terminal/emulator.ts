import { Unicode11Addon } from '@xterm/addon-unicode11';
import { Terminal } from '@xterm/headless';
import { serialize } from './cells.ts';
import type { Size } from './geometry.ts';
import { type Mark, markCode, readMark } from './marks.ts';

export type EmulatorListener = {
  /** What the learner typed, and the terminal's own replies to queries, for the shell. */
  readonly input: (data: string) => void;
  readonly mark: (mark: Mark) => void;
  readonly bell: () => void;
};

/** The shell's screen: takes its output, knows its cells, cursor and modes. */
export class Emulator {
  readonly #terminal: Terminal;
  #cursorShown = true;
  #cursorStyle = 0;

  constructor({ columns, rows }: Size, listener: EmulatorListener) {
    this.#terminal = new Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
    this.#terminal.loadAddon(new Unicode11Addon());
    this.#terminal.unicode.activeVersion = '11';
    this.#terminal.onData(listener.input);
    this.#terminal.onBell(listener.bell);
    const { parser } = this.#terminal;
    parser.registerOscHandler(markCode, (text) => {
      const mark = readMark(text);
      if (mark) listener.mark(mark);
      return true;
    });
    parser.registerCsiHandler({ prefix: '?', final: 'h' }, (params) => this.#cursorMode(params, true));
    parser.registerCsiHandler({ prefix: '?', final: 'l' }, (params) => this.#cursorMode(params, false));
    parser.registerCsiHandler({ intermediates: ' ', final: 'q' }, ([style]) => {
      this.#cursorStyle = typeof style === 'number' ? style : 0;
      return false;
    });
    parser.registerEscHandler({ final: 'c' }, () => {
      this.#cursorShown = true;
      this.#cursorStyle = 0;
      return false;
    });
  }

  /** Calls back once the data has been parsed. */
  write(data: Uint8Array | string, parsed: () => void): void {
    this.#terminal.write(data, parsed);
  }

  /** What the learner typed. Told to the terminal model first, which then parses the echo without delay. */
  type(data: string): void {
    this.#terminal.input(data, true);
  }

  resize({ columns, rows }: Size): void {
    if (columns !== this.#terminal.cols || rows !== this.#terminal.rows) this.#terminal.resize(columns, rows);
  }

  /** Looks back (less than 0) or forward in the output by so many pages. */
  scrollPages(pages: number): void {
    this.#terminal.scrollPages(pages);
  }

  /** Lines between what is in view and the newest output; 0 where that is in view. */
  get back(): number {
    const { active } = this.#terminal.buffer;
    return active.baseY - active.viewportY;
  }

  toEnd(): void {
    this.#terminal.scrollToBottom();
  }

  /** Brings the next line with this text to the top, older (-1) or newer than the one there. Capitals matter where the text has some. Returns whether there is one. */
  find(text: string, direction: -1 | 1): boolean {
    const { active } = this.#terminal.buffer;
    const folds = text === text.toLowerCase();
    for (let row = active.viewportY + direction; row >= 0 && row < active.length; row += direction) {
      const line = active.getLine(row)?.translateToString(true) ?? '';
      if (!(folds ? line.toLowerCase() : line).includes(text)) continue;
      this.#terminal.scrollToLine(row);
      return true;
    }
    return false;
  }

  get modes() {
    return this.#terminal.modes;
  }

  /** The visible rows as text with SGR sequences, for a pane that begins at this column of the window. */
  rows(left: number): readonly string[] {
    const { active } = this.#terminal.buffer;
    const scratch = active.getNullCell();
    return Array.from({ length: this.#terminal.rows }, (_, index) => {
      const line = active.getLine(active.viewportY + index);
      return line ? serialize(line, this.#terminal.cols, left, scratch) : '';
    });
  }

  /** What stands in the cursor's row before the cursor: the prompt, and what is typed so far. */
  lineUpToCursor(): string {
    const { active } = this.#terminal.buffer;
    return active.getLine(active.baseY + active.cursorY)?.translateToString(false, 0, active.cursorX) ?? '';
  }

  /** Undefined while the program hides it, or while it is scrolled out of view. */
  cursor(): { readonly column: number; readonly row: number; readonly style: number } | undefined {
    const { active } = this.#terminal.buffer;
    const row = active.baseY + active.cursorY - active.viewportY;
    if (!this.#cursorShown || row >= this.#terminal.rows) return undefined;
    return { column: Math.min(active.cursorX, this.#terminal.cols - 1), row, style: this.#cursorStyle };
  }

  dispose(): void {
    this.#terminal.dispose();
  }

  #cursorMode(params: readonly (number | number[])[], shown: boolean): boolean {
    if (params.includes(25)) this.#cursorShown = shown;
    return false;
  }
}
