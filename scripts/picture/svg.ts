import type { Cell } from '../../test/helpers/terminal.ts';

const cell = { width: 8.4, height: 18 } as const;
const margin = 16;
const bar = 34;

const ground = '#101418';
const ink = '#d7dde3';
const palette = [
  ...['#3b4252', '#f2777a', '#7fd88f', '#f6c177', '#7aa2f7', '#c099ff', '#65d1d8', '#d7dde3'],
  ...['#7a8494', '#ff8f92', '#97ecA6', '#ffd08a', '#94b8ff', '#d4b5ff', '#84e4ea', '#ffffff'],
];

const levels = [0, 95, 135, 175, 215, 255];

/** A colour of the 256 that xterm knows, or a true one. */
function colour(index: number): string {
  if (index < 0) return ink;
  const named = palette[index];
  if (named) return named;
  if (index < 232) {
    const at = index - 16;
    const parts = [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map((each) => levels[each] ?? 0);
    return `rgb(${parts.join(',')})`;
  }
  if (index < 256) {
    const grey = 8 + (index - 232) * 10;
    return `rgb(${grey},${grey},${grey})`;
  }
  return `#${index.toString(16).padStart(6, '0')}`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[each] ?? each);

const style = ({ bold, dim, inverse, foreground }: Cell): string =>
  `fill="${inverse ? ground : colour(foreground)}"${bold ? ' font-weight="700"' : ''}${dim ? ' opacity=".65"' : ''}`;

/** Neighbours that look the same, as one piece of text. */
function pieces(
  row: readonly Cell[],
): readonly { readonly at: number; readonly columns: number; readonly cell: Cell; readonly text: string }[] {
  const found: { at: number; columns: number; cell: Cell; text: string }[] = [];
  for (const [at, each] of row.entries()) {
    if (each.width === 0) continue;
    const last = found.at(-1);
    const text = each.text || ' ';
    if (
      last &&
      each.width === 1 &&
      last.columns === last.text.length &&
      style(last.cell) === style(each) &&
      last.cell.inverse === each.inverse
    ) {
      last.text += text;
      last.columns += 1;
    } else found.push({ at, columns: each.width, cell: each, text });
  }
  return found.filter((each) => each.text.trim() !== '' || each.cell.inverse);
}

/** Draws a terminal's screen as an SVG picture, each run of cells where the terminal has it. */
export function drawScreen(rows: readonly (readonly Cell[])[], title: string): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const width = columns * cell.width + 2 * margin;
  const height = rows.length * cell.height + bar + margin;
  const lines = rows.flatMap((row, index) =>
    pieces(row).map(({ at, columns: count, cell: each, text }) => {
      const x = margin + at * cell.width;
      const y = bar + index * cell.height;
      // Drawn, since a font's own line leaves gaps between the rows.
      if (/^[│┃]$/.test(text)) {
        const thick = text === '┃' ? 2.5 : 1;
        return `<rect x="${x + (cell.width - thick) / 2}" y="${y}" width="${thick}" height="${cell.height}" ${style(each)}/>`;
      }
      const box = each.inverse
        ? `<rect x="${x}" y="${y}" width="${count * cell.width}" height="${cell.height}" fill="${colour(each.foreground)}"/>`
        : '';
      return `${box}<text x="${x}" y="${y + 13.5}" textLength="${count * cell.width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" ${style(each)}>${escaped(text)}</text>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace" font-size="14">
<rect width="100%" height="100%" rx="10" fill="${ground}"/>
<circle cx="20" cy="17" r="5" fill="#3b4252"/><circle cx="38" cy="17" r="5" fill="#3b4252"/><circle cx="56" cy="17" r="5" fill="#3b4252"/>
${lines.join('\n')}
</svg>
`;
}
