import { amountIn, marginOf } from '../../../lab/amount.ts';
import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** How far an answer may be from the value, in the unit that it is written in. */
function reachOf(value: string, tolerance?: string): number {
  const amount = amountIn(value.trim());
  return amount && tolerance !== undefined ? (marginOf(tolerance, amount) ?? 0) / amount.factor : 0;
}

/** Numbers, plain or with a unit. */
export function numbers(
  { column = 'limit', expected = [], tolerance }: Asking,
  value: string,
): readonly AnswerAdversary[] {
  const digits = /\d+/.exec(value)?.[0] ?? '';
  const [unit = ''] = /\D*$/.exec(value) ?? [];
  // The nearest that is too far: how much may be missing counts in the unit that the value is written in.
  const reach = reachOf(value, tolerance);
  const steps = [1, 2, 3].map((step) => Math.floor(reach) + step);
  const other = steps.map((step) => `${Number(digits) + step}${unit}`).find((each) => !expected.includes(each)) ?? '';
  const within = Math.floor(reach);
  const isFar = 10 ** digits.length > reach;
  return [
    ...dressed(value),
    ...right({
      'full width': wide(value),
      'in a sentence': `It is ${value}.`,
      'with a semicolon': `${value};`,
      'not the other': `${value}, not ${other}`,
      'in Japanese': `答えは${value}です`,
      'thousands apart': `${grouped(digits)}${unit}`,
      ...(within > 0 && {
        'a little more': `${Number(digits) + within}${unit}`,
        'a little less': `${Number(digits) - within}${unit}`,
      }),
      ...(unit === '' && {
        'a line of a configuration': `${column} ${value};`,
        'as grep -n shows it': `12:    ${column}  ${value};`,
        'as a field': `"${column}": ${value},`,
        'by an equals sign': `${column}=${value}`,
        'with a counter': `${value}個`,
      }),
    }),
    ...wrong({
      'another number': other,
      'one of two': `${value} or ${other}`,
      'both, one after the other': `${other} ${value}`,
      'two settings': `${column} ${value};\n${column} ${other};`,
      ...(isFar && { 'a digit more': `1${digits}${unit}` }),
      ...(Number(digits) * 2 > reach && { negative: `-${value}` }),
      ...(within > 0 && { 'too far below': `${Number(digits) - within - 1}${unit}` }),
      'part of a path': `/proc/${digits}`,
      'part of a version': `1.${digits}.0`,
      'a port': `localhost:${digits}`,
      denied: `not ${value}`,
      'more than': `more than ${value}`,
      'at least': `at least ${value}`,
      'less than': `less than ${value}`,
      'more than, in Japanese': `${value}より大きい`,
      'less than, in Japanese': `${value}未満`,
      'half of it': `half of ${value}`,
      'twice as much': `twice ${value}`,
      ...(unit === '' && { 'ten thousand times': `${value}万`, 'a thousand times': `${value} thousand` }),
      'another unit': `${digits} ${/g/i.test(unit) ? 'KB' : 'GB'}`,
    }),
  ];
}
