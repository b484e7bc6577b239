/** A stretch of what the keyboard sent. */
export type Input =
  | { readonly type: 'typed'; readonly text: string }
  /** Ctrl-]: to the other half. */
  | { readonly type: 'switch' }
  /** Shift-PageUp (-1) and Shift-PageDown (1). */
  | { readonly type: 'page'; readonly direction: -1 | 1 }
  | { readonly type: 'paste'; readonly edge: 'begin' | 'end' }
  | { readonly type: 'pasted'; readonly text: string };

const begin = '\x1b[200~';
const end = '\x1b[201~';
const outside = /\x1b\[200~|\x1d|\x1b\[[56];2~/;

/** Cuts what the keyboard sends into stretches; keeps back a paste marker that is not yet whole. */
export class Router {
  #pasting = false;
  #kept = '';

  read(chunk: string): readonly Input[] {
    const inputs: Input[] = [];
    let text = this.#kept + chunk;
    this.#kept = '';
    while (text) {
      const [input, rest] = this.#pasting ? this.#inPaste(text) : this.#typed(text);
      inputs.push(...input);
      text = rest;
    }
    return inputs;
  }

  #typed(text: string): readonly [readonly Input[], string] {
    const found = outside.exec(text);
    if (!found) return [this.#keepBack(text, begin, 3), ''];
    const before: readonly Input[] = found.index > 0 ? [{ type: 'typed', text: text.slice(0, found.index) }] : [];
    const rest = text.slice(found.index + found[0].length);
    if (found[0] === begin) {
      this.#pasting = true;
      return [[...before, { type: 'paste', edge: 'begin' }], rest];
    }
    if (found[0] === '\x1d') return [[...before, { type: 'switch' }], rest];
    return [[...before, { type: 'page', direction: found[0].includes('5') ? -1 : 1 }], rest];
  }

  #inPaste(text: string): readonly [readonly Input[], string] {
    const index = text.indexOf(end);
    if (index === -1) {
      const inputs = this.#keepBack(text, end, 1);
      return [inputs.map((each) => (each.type === 'typed' ? { type: 'pasted', text: each.text } : each)), ''];
    }
    this.#pasting = false;
    const before: readonly Input[] = index > 0 ? [{ type: 'pasted', text: text.slice(0, index) }] : [];
    return [[...before, { type: 'paste', edge: 'end' }], text.slice(index + end.length)];
  }

  /** A lone escape is a key of its own while nothing is being pasted, so only a longer beginning is kept back. */
  #keepBack(text: string, marker: string, least: number): readonly Input[] {
    for (let length = marker.length - 1; length >= least; length--) {
      if (!text.endsWith(marker.slice(0, length))) continue;
      this.#kept = marker.slice(0, length);
      const before = text.slice(0, -length);
      return before ? [{ type: 'typed', text: before }] : [];
    }
    return [{ type: 'typed', text }];
  }
}

/** Arrows, Home and End as programs with application cursor keys expect them. */
export const applicationKeys = (text: string): string => text.replace(/\x1b\[([ABCDHF])/g, '\x1bO$1');

export const pasteMarker = { begin, end } as const;
