export type Size = { readonly columns: number; readonly rows: number };

/** Left and top count from 0. */
export type Rect = Size & { readonly left: number; readonly top: number };

export type Geometry =
  | { readonly kind: 'wide' | 'narrow'; readonly panel: Rect; readonly shell: Rect }
  /** No room for both. */
  | { readonly kind: 'small' };

export const smallest: Size = { columns: 60, rows: 16 };

const wideFrom = 100;
const widestPanel = 56;
/** What the shell keeps before the panel on top of it gets more. */
const shellRows = 12;
const panelRows = { least: 7, usual: 12, share: 0.45 };

/** Where panel and shell stand in a window of this size. It depends on the size alone, so the shell is never resized by what the panel says. */
export function geometryOf({ columns, rows }: Size): Geometry {
  if (columns < smallest.columns || rows < smallest.rows) return { kind: 'small' };
  if (columns >= wideFrom) {
    const width = Math.min(widestPanel, Math.floor(columns * 0.4));
    return {
      kind: 'wide',
      panel: { left: 0, top: 0, columns: width, rows },
      shell: { left: width, top: 0, columns: columns - width, rows },
    };
  }
  const wanted = Math.max(panelRows.usual, Math.floor(rows * panelRows.share));
  const height = Math.max(panelRows.least, Math.min(wanted, rows - shellRows));
  return {
    kind: 'narrow',
    panel: { left: 0, top: 0, columns, rows: height },
    shell: { left: 0, top: height, columns, rows: rows - height },
  };
}
