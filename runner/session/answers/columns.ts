import { type Asked, type Reading, reading } from './kind.ts';
import { columnOf, type Row } from './tools/row.ts';

/** The column of a tool that is asked for. */
export const askedColumn = ({ column }: Asked, own: string): string => columnOf(column ?? own);

/** What rows of a tool say: the asked column's values, or else those of others; undefined where they have none of the kind. */
export function fromRows(
  rows: readonly Row[],
  column: string,
  read: (written: string) => string | undefined,
  { subject }: Partial<Asked> = {},
): Reading | undefined {
  const ownerOf = (each: Row) => subject?.others.find((other) => each.get('name')?.replace(/^\//, '') === other);
  const values = rows.flatMap((each) => (ownerOf(each) === undefined ? (read(each.get(column) ?? '') ?? []) : []));
  if (values.length > 0) return reading(values);
  const others = rows.flatMap((each) =>
    [...each].flatMap(([name, written]) =>
      // `Uid: 0 0 0 0`
      written.split(' ').flatMap((word) => {
        const value = read(word);
        return value === undefined ? [] : [{ name: ownerOf(each) ?? name, value }];
      }),
    ),
  );
  return others.length > 0 ? reading([], others) : undefined;
}
