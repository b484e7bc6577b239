import { type AnswerAdversary, type Asking, dressed, right, wide, wrong } from './adversary.ts';

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Numbers, plain or with a unit. */
export function numbers({ column = 'limit', expected = [] }: Asking, value: string): readonly AnswerAdversary[] {
  const digits = /\d+/.exec(value)?.[0] ?? '';
  const [unit = ''] = /\D*$/.exec(value) ?? [];
  const other =
    [1, 2, 3].map((step) => `${Number(digits) + step}${unit}`).find((each) => !expected.includes(each)) ?? '';
  return [
    ...dressed(value),
    ...right({
      'full width': wide(value),
      'in a sentence': `It is ${value}.`,
      'with a semicolon': `${value};`,
      'not the other': `${value}, not ${other}`,
      'in Japanese': `答えは${value}です`,
      'thousands apart': `${grouped(digits)}${unit}`,
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
      'a digit more': `1${digits}${unit}`,
      negative: `-${value}`,
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
