import type { PanelRoom } from '../../lab/lint/rule.ts';
import { geometryOf, unmoved } from '../../ui/terminal/geometry.ts';
import { markdown } from '../../ui/text/markdown.ts';
import { widthOfLine } from '../../ui/text/width.ts';

/** What stands in the panel besides a step's text and questions: title, last step, heading, one line of verdict, keys. */
const taken = 5;

/** The room that the panel leaves a step in a terminal of 80×24. */
export function narrowRoom(): PanelRoom {
  const geometry = geometryOf(
    { columns: 80, rows: 24 },
    { zoomed: false, split: unmoved, wanted: Number.POSITIVE_INFINITY },
  );
  const { columns, rows } = geometry.kind === 'small' ? { columns: 80, rows: taken } : geometry.panel;
  return {
    columns,
    rows: rows - taken,
    lines: (text) => markdown(text, columns).filter((line) => widthOfLine(line) > 0).length,
  };
}
