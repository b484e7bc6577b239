import { expect, test } from 'vitest';
import { type Arrangement, geometryOf, moved, type Rect, unmoved } from '../../runner/ui/terminal/geometry.ts';

const usual: Arrangement = { zoomed: false, split: unmoved, wanted: 11 };
const area = ({ columns, rows }: Rect): number => columns * rows;

const splits = [unmoved, { columns: -60, rows: -60 }, { columns: 60, rows: 60 }];
const arrangements = [true, false].flatMap((zoomed) =>
  splits.flatMap((split) => [1, 11, 60].map((wanted) => ({ zoomed, split, wanted }))),
);

test.each(arrangements)('panel and shell share every window without a gap, from 60×16 up: %j', (arrangement) => {
  for (let columns = 60; columns <= 260; columns += 1) {
    for (let rows = 16; rows <= 90; rows += 1) {
      const geometry = geometryOf({ columns, rows }, arrangement);
      if (geometry.kind === 'small') throw new Error(`${columns}×${rows} is not small`);
      const { panel, shell, kind } = geometry;
      if (area(panel) + area(shell) !== columns * rows) throw new Error(`a gap at ${columns}×${rows}`);
      const last = [shell.left + shell.columns, shell.top + shell.rows + (kind === 'zoomed' ? 1 : 0)];
      if (last[0] !== columns || last[1] !== rows) throw new Error(`the shell ends at ${last} of ${columns}×${rows}`);
      if (Math.min(shell.columns, panel.columns) < 40) throw new Error(`no width at ${columns}×${rows}`);
      if (Math.min(shell.rows, kind === 'zoomed' ? 7 : panel.rows) < 7)
        throw new Error(`no height at ${columns}×${rows}`);
    }
  }
});

test('a shell beside the panel has 80 columns', () => {
  expect(geometryOf({ columns: 130, rows: 36 }, usual)).toMatchObject({ kind: 'wide', shell: { columns: 80 } });
  expect(geometryOf({ columns: 129, rows: 36 }, usual)).toMatchObject({ kind: 'narrow', shell: { columns: 129 } });
});

test('above the shell the panel is as high as the text of its step wants, up to half of the window', () => {
  const rows = (wanted: number, window = 36) => {
    const geometry = geometryOf({ columns: 80, rows: window }, { ...usual, wanted });
    return geometry.kind === 'small' ? 0 : geometry.panel.rows;
  };
  expect([rows(3), rows(14), rows(60), rows(3, 24), rows(60, 24)]).toEqual([12, 14, 18, 12, 12]);
});

test('the learner moves the split as far as it goes, and the way back begins at once', () => {
  for (const size of [
    { columns: 160, rows: 45 },
    { columns: 80, rows: 24 },
  ]) {
    const many = Array.from({ length: 40 }, () => 1 as const).reduce(
      (split, by) => moved(size, { ...usual, split }, by),
      unmoved,
    );
    const back = moved(size, { ...usual, split: many }, -1);
    expect(geometryOf(size, { ...usual, split: back })).not.toEqual(geometryOf(size, { ...usual, split: many }));
  }
  expect(moved({ columns: 80, rows: 24 }, { ...usual, zoomed: true }, 1)).toEqual(unmoved);
});

test('a window of 24 rows is shared evenly', () => {
  const geometry = geometryOf({ columns: 80, rows: 24 }, usual);
  expect(geometry.kind !== 'small' && [geometry.panel.rows, geometry.shell.rows]).toEqual([12, 12]);
});

test.each([
  [59, 24],
  [80, 15],
  [1, 1],
])('%i×%i has no room for both', (columns, rows) => {
  expect(geometryOf({ columns, rows }, usual).kind).toBe('small');
});
