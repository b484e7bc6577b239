import { expect, test } from 'vitest';
import { geometryOf, type Rect } from '../../runner/ui/terminal/geometry.ts';

const area = ({ columns, rows }: Rect): number => columns * rows;

test('panel and shell share every window without a gap, from 60×16 up', () => {
  for (let columns = 60; columns <= 260; columns += 1) {
    for (let rows = 16; rows <= 90; rows += 1) {
      const geometry = geometryOf({ columns, rows });
      if (geometry.kind === 'small') throw new Error(`${columns}×${rows} is not small`);
      const { panel, shell } = geometry;
      expect(area(panel) + area(shell)).toBe(columns * rows);
      expect([shell.left + shell.columns, shell.top + shell.rows]).toEqual([columns, rows]);
      expect(Math.min(shell.columns, panel.columns)).toBeGreaterThanOrEqual(40);
      expect(Math.min(shell.rows, panel.rows)).toBeGreaterThanOrEqual(7);
    }
  }
});

test('beside each other from 100 columns on, else one above the other', () => {
  expect(geometryOf({ columns: 100, rows: 30 }).kind).toBe('wide');
  expect(geometryOf({ columns: 99, rows: 30 }).kind).toBe('narrow');
});

test('a window of 24 rows is shared evenly', () => {
  const geometry = geometryOf({ columns: 80, rows: 24 });
  expect(geometry.kind !== 'small' && [geometry.panel.rows, geometry.shell.rows]).toEqual([12, 12]);
});

test.each([
  [59, 24],
  [80, 15],
  [1, 1],
])('%i×%i has no room for both', (columns, rows) => {
  expect(geometryOf({ columns, rows }).kind).toBe('small');
});
