import stringWidth from 'string-width';
import { isMet, type Measurement, ratioOf } from './figure.ts';

const head = ['figure', 'ours', 'limit', 'ratio', 'goal', 'met'] as const;

const digits = { ms: 1, MB: 0, '%': 2, actions: 0 } as const;

function cells(measurement: Measurement): readonly string[] {
  const { name, unit, ours, limit, goal } = measurement;
  const amount = (value: number) => (unit === '%' ? `${value.toFixed(2)} %` : `${value.toFixed(digits[unit])} ${unit}`);
  const goals = {
    times: `≤ ${goal.most}×`,
    beyond: `≤ limit + ${goal.most} ${unit}`,
    amount: `≤ ${goal.most} ${unit}`,
  };
  return [
    name,
    amount(ours),
    limit ? `${amount(limit.value)} (${limit.of})` : '–',
    ratioOf(measurement)?.toFixed(2) ?? '–',
    goals[goal.kind],
    isMet(measurement) ? 'yes' : 'NO',
  ];
}

/** The measurements as a Markdown table, in columns for those who read it as text. */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = [head, ...measurements.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - stringWidth(text))).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [first = head, ...others] = rows;
  return [line(first), rule, ...others.map(line)].join('\n');
}
