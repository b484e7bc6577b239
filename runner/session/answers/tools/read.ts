import { jsonFields } from './fields.ts';
import { isListed, lists, oneColumn } from './lists.ts';
import { network } from './network.ts';
import { job, netstat, pgrep, procFile, procStat, procStatus, pstree, pstreeLine, ss } from './processes.ts';
import { isColumn, psLine, psTable } from './ps.ts';
import type { Reader, Row } from './row.ts';

const first = (readers: readonly Reader[], text: string): readonly Row[] | undefined => {
  for (const read of readers) {
    const rows = read(text);
    if (rows) return rows;
  }
  return undefined;
};

const wholes: readonly Reader[] = [psTable, oneColumn, procStatus, jsonFields, pstree];
/** `cat -n`, `nl` and `grep -n` put a line's number in front of it. */
const numbered: Reader = (line) => {
  const rest = /^\d+[: ] ?(?=\S+ .)(.*)$/.exec(line)?.[1];
  return rest === undefined ? undefined : first([psLine, network], rest);
};

const lines: readonly Reader[] = [
  psLine,
  procStat,
  procFile,
  network,
  lists,
  job,
  netstat,
  ss,
  pstreeLine,
  numbered,
  pgrep,
];

/** Programs by which people look at the others, and which their lists show, too. */
const looking = /^(?:\S*\/)?(?:ps|grep|egrep|pgrep|pidof|top|pstree|head|tail|sort|awk)(?: |$)/;

/** The rows without the looking itself, where others are left. */
export function withoutLooking(rows: readonly Row[]): readonly Row[] {
  const others = rows.filter((each) => !looking.test(each.get('command') ?? ''));
  return others.length > 0 ? others : rows;
}

/** The names of a list's columns, with nothing under them. */
export const isHeading = (text: string): boolean => {
  const words = text.split(' ');
  return words.length > 1 && words.every((word) => isColumn(word) || isListed(word));
};

/** Whether a text is surely a tool's, and no number with a word behind it. */
export const isToolsLine = (text: string): boolean =>
  isHeading(text) ||
  toolRows(text).some((each) => [...each.keys()].some((column) => column !== 'pid' && column !== 'command'));

/** Capital letters alone. */
const heading = /^[A-Z][A-Z()%-]*(?: [A-Z()%-]+)+$/;

/** The rows of a tool's output that this is, by its form alone; none where it is another text. */
export function toolRows(text: string): readonly Row[] {
  const whole = first(wholes, text);
  if (whole) return whole;
  const all = text.split('\n');
  const rows = all.length > 1 && heading.test(all[0] ?? '') ? all.slice(1) : all;
  const each = rows.map((line) => first(lines, line));
  return each.every((rows) => rows !== undefined) ? each.flat() : [];
}
