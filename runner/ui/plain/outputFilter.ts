import { type Mark, markCode, readMark } from '../terminal/marks.ts';

/** A stretch of the shell's output: text to be shown, or a mark at this very place. */
export type Piece = { readonly type: 'text'; readonly text: string } | { readonly type: 'mark'; readonly mark: Mark };

const own = new RegExp(`\\x1b\\]${markCode};([^\\x07\\x1b]*)(?:\\x07|\\x1b\\\\)`);
const unfinished = /\x1b(?:\][^\x07\x1b]{0,4096}\x1b?|\[[0-?]*[ -/]*)?$/;
const colors = /\x1b\[[0-9;:]*m/g;
const steering = /\x1b\[\?2004[hl]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)/g;

/** Takes the shell's marks out of its output, and, where they are not wanted, colours. */
export class OutputFilter {
  readonly #plain: boolean;
  #kept = '';

  constructor({ colorless }: { readonly colorless: boolean }) {
    this.#plain = colorless;
  }

  read(chunk: string): readonly Piece[] {
    const text = this.#kept + chunk;
    const cut = unfinished.exec(text)?.index ?? text.length;
    this.#kept = text.slice(cut);
    const pieces: Piece[] = [];
    let rest = text.slice(0, cut);
    for (let found = own.exec(rest); found; found = own.exec(rest)) {
      this.#add(pieces, rest.slice(0, found.index));
      const mark = readMark(found[1] ?? '');
      if (mark) pieces.push({ type: 'mark', mark });
      rest = rest.slice(found.index + found[0].length);
    }
    this.#add(pieces, rest);
    return pieces;
  }

  #add(pieces: Piece[], text: string): void {
    const shown = this.#plain ? text.replace(colors, '').replace(steering, '') : text;
    if (shown) pieces.push({ type: 'text', text: shown });
  }
}
