import { jsonFields } from './fields.ts';
import { lists, oneColumn } from './lists.ts';
import { network } from './network.ts';
import { job, pgrep, procStat, procStatus, pstree } from './processes.ts';
import { psLine, psTable } from './ps.ts';
import type { Reader, Row } from './row.ts';

const wholes: readonly Reader[] = [psTable, oneColumn, procStatus, jsonFields, pstree];
const lines: readonly Reader[] = [psLine, procStat, network, lists, job, pgrep];

const first = (readers: readonly Reader[], text: string): readonly Row[] | undefined => {
  for (const read of readers) {
    const rows = read(text);
    if (rows) return rows;
  }
  return undefined;
};

/** The rows of a tool's output that this is, by its form alone; none where it is another text. */
export function toolRows(text: string): readonly Row[] {
  const whole = first(wholes, text);
  if (whole) return whole;
  const each = text.split('\n').map((line) => first(lines, line));
  return each.every((rows) => rows !== undefined) ? each.flat() : [];
}
