import { atomsOf, isJapanese, pieces } from './atoms.ts';
import type { Line, Span, Tone } from './line.ts';
import { widthOf } from './width.ts';

type Piece = { readonly text: string; readonly tone: Tone };
/** Pieces of several tones that may not be parted: `**bold**` followed by a full stop. */
type Unit = { readonly pieces: readonly Piece[]; readonly width: number; readonly blank: boolean };

/** Longest Japanese unit that is moved to the next line whole: longer ones would leave the margin too ragged. */
const longestWhole = (columns: number): number => Math.max(12, Math.floor(columns / 2));

/** Breaks text into lines of at most this many columns; a line feed always breaks. */
export function wrap(spans: readonly Span[], columns: number): readonly Line[] {
  return paragraphs(spans).flatMap((each) => wrapParagraph(each, Math.max(1, columns)));
}

function wrapParagraph(spans: readonly Span[], columns: number): readonly Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  const put = (pieces: readonly Piece[]) => {
    for (const piece of pieces) append(lines[lines.length - 1] ?? [], piece);
  };
  const feed = () => {
    lines.push([]);
    used = 0;
  };

  for (const unit of unitsOf(spans)) {
    const room = columns - used;
    const lineIsEmpty = used === 0;
    if (unit.width <= room) {
      if (unit.blank && lineIsEmpty && lines.length > 1) continue;
      put(unit.pieces);
      used += unit.width;
      continue;
    }
    if (unit.blank) {
      feed();
      continue;
    }
    const text = unit.pieces.map((each) => each.text).join('');
    const whole = unit.width <= columns && !(isJapanese(text) && unit.width > longestWhole(columns) && room >= 8);
    if (whole) {
      if (!lineIsEmpty) feed();
      put(unit.pieces);
      used += unit.width;
      continue;
    }
    for (const piece of unit.pieces.flatMap((each) =>
      pieces(each.text, columns).map((cut) => ({ ...each, text: cut })),
    )) {
      const width = widthOf(piece.text);
      if (used > 0 && used + width > columns) feed();
      put([piece]);
      used += width;
    }
  }
  return lines.map(withoutBlankEnd);
}

function unitsOf(spans: readonly Span[]): readonly Unit[] {
  const text = spans.map((each) => each.text).join('');
  const toned = spans.flatMap((each) => Array.from({ length: each.text.length }, () => each.tone));
  let offset = 0;
  return atomsOf(text).map((atom) => {
    const pieces: Piece[] = [];
    for (let index = 0; index < atom.length; index++) {
      append(pieces, { text: atom.charAt(index), tone: toned[offset + index] ?? 'plain' });
    }
    offset += atom.length;
    return { pieces, width: widthOf(atom), blank: atom.trim() === '' };
  });
}

function append(line: Span[], piece: Piece): void {
  const last = line.at(-1);
  if (last?.tone === piece.tone) line[line.length - 1] = { text: last.text + piece.text, tone: piece.tone };
  else line.push(piece);
}

function withoutBlankEnd(line: readonly Span[]): Line {
  const last = line.at(-1);
  if (!last) return line;
  const text = last.text.trimEnd();
  if (text === last.text) return line;
  return text ? [...line.slice(0, -1), { ...last, text }] : withoutBlankEnd(line.slice(0, -1));
}

function paragraphs(spans: readonly Span[]): readonly (readonly Span[])[] {
  const all: Span[][] = [[]];
  for (const each of spans) {
    each.text.split('\n').forEach((text, index) => {
      if (index > 0) all.push([]);
      if (text) all.at(-1)?.push({ ...each, text });
    });
  }
  return all;
}
