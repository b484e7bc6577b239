import { writeSync } from 'node:fs';
import type { Rect } from './geometry.ts';

/** Rows of a rectangle as text with SGR sequences, each no wider than the rectangle. */
export type Area = { readonly rect: Rect; readonly rows: readonly string[] };

/** Where the real cursor stands, in the window; `style` as in DECSCUSR. */
export type Cursor = { readonly column: number; readonly row: number; readonly style: number };

/** Away with the splash, alternate screen, no wheel-to-arrows (the wheel would turn the shell's history), bracketed paste. */
const enterSequence = '\r\x1b[K\x1b[?1049h\x1b[?1007l\x1b[?2004h\x1b[?25l\x1b[0m\x1b[2J';
const leaveSequence = '\x1b[0m\x1b[?2004l\x1b[?1007h\x1b[0 q\x1b[?25h\x1b[?1049l';

/** The real screen: writes only the rows that differ from what stands there. */
export class Canvas {
  readonly #stdout: NodeJS.WriteStream;
  #drawn = new Map<string, string>();
  #cursor = '';
  #entered = false;

  constructor(stdout: NodeJS.WriteStream) {
    this.#stdout = stdout;
  }

  /** Whether the terminal has not yet taken what was written: drawing more would only queue up. */
  get behind(): boolean {
    return this.#stdout.writableNeedDrain;
  }

  enter(): void {
    this.#entered = true;
    this.#stdout.write(enterSequence);
  }

  /** The next drawing starts from an empty screen. */
  forget(): void {
    this.#drawn = new Map();
    this.#cursor = 'forgotten';
  }

  draw(areas: readonly Area[], cursor: Cursor | undefined): void {
    if (!this.#entered) return;
    const fresh = this.#cursor === 'forgotten';
    const rows = areas.flatMap(({ rect, rows }) => this.#changes(rect, rows)).join('');
    const place = cursor ? `\x1b[${cursor.style} q\x1b[${cursor.row + 1};${cursor.column + 1}H\x1b[?25h` : '\x1b[?25l';
    if (rows === '' && place === this.#cursor) return;
    this.#cursor = place;
    this.#stdout.write(`\x1b[?2026h\x1b[?25l${fresh ? '\x1b[0m\x1b[2J' : ''}${rows}\x1b[0m${place}\x1b[?2026l`);
  }

  /** Synchronous: nothing may come between this and the end of the process. */
  leave(): void {
    if (!this.#entered) return;
    this.#entered = false;
    try {
      writeSync(fileDescriptor(this.#stdout), leaveSequence);
    } catch {
      // The terminal is gone: there is nothing to restore.
    }
  }

  /** Rings the bell, or passes on another sequence that moves nothing. */
  pass(sequence: string): void {
    if (this.#entered) this.#stdout.write(sequence);
  }

  #changes(rect: Rect, rows: readonly string[]): readonly string[] {
    return Array.from({ length: rect.rows }, (_, index) => {
      const row = rows[index] ?? '';
      const place = `${rect.top + index + 1};${rect.left + 1}`;
      const key = `${place};${rect.columns}`;
      if (this.#drawn.get(key) === row) return '';
      this.#drawn.set(key, row);
      return `\x1b[${place}H\x1b[0m\x1b[${rect.columns}X${row}`;
    });
  }
}

const fileDescriptor = (stream: NodeJS.WriteStream): number =>
  'fd' in stream && typeof stream.fd === 'number' ? stream.fd : 1;
