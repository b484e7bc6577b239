export type Size = { readonly columns: number; readonly rows: number };

/** Left and top count from 0. */
export type Rect = Size & { readonly left: number; readonly top: number };

export type Geometry =
  /** `zoomed`: the shell has all but the last row. */
  | { readonly kind: 'wide' | 'narrow' | 'zoomed'; readonly panel: Rect; readonly shell: Rect }
  /** No room for both. */
  | { readonly kind: 'small' };

/** How far the learner has moved the split: columns where panel and shell stand beside each other, rows where one stands above the other. */
export type Split = Size;

export type Arrangement = {
  /** The half that has the keys has the whole window. */
  readonly zoomed: boolean;
  readonly split: Split;
  /** Rows that the open step's text takes, where the panel stands above the shell. */
  readonly wanted: number;
};

export const smallest: Size = { columns: 60, rows: 16 };
export const unmoved: Split = { columns: 0, rows: 0 };

/** Beside a panel from here on, a shell shows the lines of `docker ps` and `ps aux` whole. */
const wideFrom = 130;
const panelColumns = { least: 40, most: 56, share: 0.4 };
const shellColumns = { least: 40, usual: 80 };
/** Of the whole window: a short text leaves room for what will be noticed. */
const panelRows = { least: 7, usual: 12, share: { least: 0.35, most: 0.5 } };
/** What the shell keeps before the panel on top of it gets more: of its own, and against the learner's keys. */
const shellRows = { least: 7, usual: 12 };

const between = (least: number, wanted: number, most: number): number => Math.max(least, Math.min(wanted, most));

/** Where panel and shell stand in a window of this size. */
export function geometryOf(size: Size, { zoomed, split, wanted }: Arrangement): Geometry {
  const { columns, rows } = size;
  if (columns < smallest.columns || rows < smallest.rows) return { kind: 'small' };
  if (zoomed)
    return {
      kind: 'zoomed',
      panel: { left: 0, top: rows - 1, columns, rows: 1 },
      shell: { left: 0, top: 0, columns, rows: rows - 1 },
    };
  if (columns >= wideFrom) {
    const usual = Math.min(panelColumns.most, Math.floor(columns * panelColumns.share), columns - shellColumns.usual);
    const width = between(panelColumns.least, usual + split.columns, columns - shellColumns.least);
    return {
      kind: 'wide',
      panel: { left: 0, top: 0, columns: width, rows },
      shell: { left: width, top: 0, columns: columns - width, rows },
    };
  }
  const most = Math.max(panelRows.least, Math.min(rows - shellRows.usual, Math.floor(rows * panelRows.share.most)));
  const least = Math.min(most, Math.max(panelRows.usual, Math.floor(rows * panelRows.share.least)));
  const usual = between(least, wanted, most);
  const height = between(panelRows.least, usual + split.rows, rows - shellRows.least);
  return {
    kind: 'narrow',
    panel: { left: 0, top: 0, columns, rows: height },
    shell: { left: 0, top: height, columns, rows: rows - height },
  };
}

/** The split after the learner has moved it one notch (-1: up or left), as far as the window lets it go. */
export function moved(size: Size, arrangement: Arrangement, by: -1 | 1): Split {
  const before = geometryOf(size, arrangement);
  if (before.kind !== 'wide' && before.kind !== 'narrow') return arrangement.split;
  const notch = before.kind === 'wide' ? { columns: 4 * by, rows: 0 } : { columns: 0, rows: 2 * by };
  const { split } = arrangement;
  const wanted = { columns: split.columns + notch.columns, rows: split.rows + notch.rows };
  const after = geometryOf(size, { ...arrangement, split: wanted });
  if (after.kind === 'small') return split;
  // Only as far as it has really gone: the way back begins at once.
  return {
    columns: split.columns + (before.kind === 'wide' ? after.panel.columns - before.panel.columns : 0),
    rows: split.rows + (before.kind === 'narrow' ? after.panel.rows - before.panel.rows : 0),
  };
}
