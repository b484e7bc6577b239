import { PassThrough, Writable } from 'node:stream';
import type { Size } from './geometry.ts';

/** What Ink takes for a keyboard: gets the keys that are meant for the panel. */
export class PanelInput extends PassThrough {
  readonly isTTY = true;
  setRawMode(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** What Ink takes for a terminal: the panel's rectangle. Each write is one whole frame (Ink's `debug`). */
export class PanelOutput extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  readonly #frame: (rows: readonly string[]) => void;

  constructor(size: Size, frame: (rows: readonly string[]) => void) {
    super({ decodeStrings: false });
    this.columns = size.columns;
    this.rows = size.rows;
    this.#frame = frame;
  }

  resize({ columns, rows }: Size): void {
    if (columns === this.columns && rows === this.rows) return;
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
    const text = chunk.toString();
    // Ink also shows and hides the cursor here, which is not its own; and ends with an empty line.
    if (!/^(?:\x1b\[\?[0-9]+[hl])*\n?$/.test(text)) this.#frame(text.split('\n'));
    done();
  }
}
