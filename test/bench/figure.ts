import type { Setting } from './setting.ts';

/** What must hold: a share of the limit, so many units beyond it, or an amount by itself. */
export type Goal =
  | { readonly kind: 'times'; readonly most: number }
  | { readonly kind: 'beyond'; readonly most: number }
  | { readonly kind: 'amount'; readonly most: number };

/** One line of the table. */
export type Measurement = {
  readonly name: string;
  readonly unit: 'ms' | 'MB' | '%' | 'actions';
  readonly ours: number;
  /** What it is held against, measured in the same run. */
  readonly limit?: { readonly of: string; readonly value: number };
  readonly goal: Goal;
  /** How often it was measured. */
  readonly times: number;
};

/** Something that is measured, as `npm run bench -- NAME` calls it. */
export type Figure = {
  readonly name: string;
  readonly about: string;
  /** It takes so long that it is measured only where it is asked for. */
  readonly byName?: boolean;
  measure(setting: Setting, asked: Asked): Promise<readonly Measurement[]>;
};

/** What somebody may ask for besides. */
export type Asked = {
  /** How often what must come out the same each time is tried. */
  readonly repeats: number;
};

/** Ours as a multiple of the limit; undefined where there is no limit, or none above nothing. */
export const ratioOf = ({ ours, limit }: Measurement): number | undefined =>
  limit && limit.value > 0 ? ours / limit.value : undefined;

/** Whether the goal is met, by the figures as they are shown: two decimals of a ratio, one of an amount. */
export function isMet(measurement: Measurement): boolean {
  const { goal, ours, limit } = measurement;
  if (goal.kind === 'amount') return ours <= goal.most;
  if (goal.kind === 'beyond') return ours - (limit?.value ?? 0) <= goal.most;
  const ratio = ratioOf(measurement);
  return ratio !== undefined && Math.round(ratio * 100) / 100 <= goal.most;
}
