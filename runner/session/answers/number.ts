import { amountIn, isWithin } from '../../lab/amount.ts';
import { isUnitOf, otherAmount, unitOf } from './amounts.ts';
import type { Kind, Reading } from './kind.ts';
import { reading } from './kind.ts';
import { digitsFor } from './numerals.ts';
import { alike, literally } from './plain.ts';
import { said } from './said.ts';
import { jsonFields, settings } from './tools/fields.ts';
import { toolRows } from './tools/read.ts';
import { columnOf } from './tools/row.ts';

/** With its unit, where that makes another number of it. */
function numberIn(word: string): string | undefined {
  const amount = amountIn(word);
  return amount && `${amount.count}${amount.unit}`;
}

/** `> 3`: signs that a sentence's other words do not tell. */
const compared: readonly (readonly [name: string, sign: RegExp])[] = [
  ['more than', />/],
  ['less than', /</],
];

/** What a number in a sentence is, right behind its name, where a setting is asked for. */
const another = /\b(port|p?pid|[ug]id|line|ポート|行)\W*(?:is|was|は|が)?\W*$/i;

/** Units and thousands stand close to their number from now on. */
const close = (text: string): string =>
  text
    .replace(/(\d)[\u00a0\u2009\u202f ](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d) (?=(?:[kmgt]i?b?|bytes?|%)(?![\w]))/gi, '$1')
    .replace(/(\d[\d,.]*) or (?=more|less|fewer|above|below|higher|lower)/gi, '> $1 ')
    .replace(/(\d[\d,.]*)(?:個|本|つ|人|回|件|秒|台|接続)?(?=以上|超|より多)/g, '> $1 ');

/** A number, also one of a configuration's: `worker_connections 1024;`. */
export const numeric: Kind = {
  read: (text, asked) => {
    const column = asked.column === undefined ? undefined : columnOf(asked.column);
    const typed =
      column === undefined ? text : text.replace(new RegExp(`\\b(${literally(column)}) ?[:=] ?`, 'gi'), '$1 ');
    const found = settings(typed) ?? jsonFields(text) ?? (column === undefined ? [] : toolRows(text));
    if (found.length > 0 && (column === undefined || found.some((each) => each.has(column)))) {
      const all = found.flatMap((each) => [...each]);
      return reading(
        all.flatMap(([name, value]) => (column === undefined || name === column ? (numberIn(value) ?? []) : [])),
      );
    }
    const name = (before: string): string | undefined => {
      const said = compared.find(([, sign]) => sign.test(before))?.[0];
      // `worker_processes 1024` where another setting is asked for.
      const key = /(?:^|\s)([a-z]+_[a-z_]+)\W*$/i.exec(before)?.[1] ?? another.exec(before)?.[1];
      return said ?? (column !== undefined && key !== undefined ? columnOf(key) : undefined);
    };
    // What is counted, a question without a column says itself.
    const beside = (left: string, right: string, own: string | undefined) => {
      const unit = column === undefined || own === column ? undefined : unitOf(right);
      return otherAmount(left, right) ?? (unit === undefined || isUnitOf(unit, column ?? '') ? undefined : unit);
    };
    const signs = { value: numberIn, name, beside, column: column ?? '' };
    return said(close(digitsFor(typed)), signs, asked) satisfies Reading;
  },
  same: (value, wanted, { tolerance }) => {
    const [one, other] = [amountIn(value), amountIn(close(wanted.trim()))];
    return one !== undefined && other !== undefined && isWithin(one, other, tolerance);
  },
};

/** What stands where a number may: `auto`, `unlimited`. */
export const setting: Kind = {
  read: (text) => reading(settings(text)?.flatMap((each) => [...each.values()]) ?? [text]),
  same: alike,
};
