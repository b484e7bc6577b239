const size = /^([+-]?\d+(?:\.\d+)?)\s*(?:([kmgt])(i?)b?|(bytes?|b))$/i;
const number = /^([+-]?(?:\d{1,3}(?:[,_']\d{3})+|\d+)(?:\.\d+)?)(%?)$/;
const powers = 'kmgt';

/** A number with its unit; `factor`: how many of these the unit has that it is written in. */
export type Amount = { readonly count: number; readonly unit: '' | '%' | ' bytes'; readonly factor: number };

/** `512`, `1,024`, `50%`, `512 MB`. A size is in powers of 1024, as Docker's are. */
export function amountIn(word: string): Amount | undefined {
  const plain = number.exec(word);
  if (plain) return { count: Number((plain[1] ?? '').replace(/[,_']/g, '')), unit: plain[2] ? '%' : '', factor: 1 };
  const [, count, power, , bytes] = size.exec(word) ?? [];
  if (count === undefined) return undefined;
  const factor = bytes === undefined ? 1024 ** (powers.indexOf((power ?? '').toLowerCase()) + 1) : 1;
  return { count: Number(count) * factor, unit: ' bytes', factor };
}

/**
How far an answer may be from what is wanted: a share of it (`5%`), or an amount in its unit or in one of its own (`16 MB`). Undefined
where that cannot be told: no number, or one of something else.
*/
export function marginOf(tolerance: string, wanted: Amount): number | undefined {
  const margin = amountIn(tolerance.trim());
  if (!margin || margin.count < 0) return undefined;
  if (margin.unit === '%') return Math.abs(wanted.count) * (margin.count / 100);
  if (margin.unit === '') return margin.count * wanted.factor;
  return margin.unit === wanted.unit ? margin.count : undefined;
}

/** Whether a value is as near to what is wanted as it has to be; without a tolerance, the same. */
export function isWithin(value: Amount, wanted: Amount, tolerance?: string): boolean {
  if (value.unit !== wanted.unit) return false;
  const margin = tolerance === undefined ? 0 : (marginOf(tolerance, wanted) ?? 0);
  // Fractions are not exact: 0.1 + 0.2.
  return Math.abs(value.count - wanted.count) <= margin * (1 + 1e-9);
}
