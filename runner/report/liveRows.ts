import type { RunningLab } from './treeState.ts';

/** How many rows there are for what is under way, and what stands in them. */
type Room = {
  readonly rows: number;
  /** ms since 1970 */
  readonly now: number;
  readonly more: (labs: number) => string;
};

/**
The labs that are under way, each with a branch for everything that is being proven of it. Where that is too much for the
screen, a lab gets one row; where even that is, the last row tells how many more there are.
*/
export function liveRows(labs: readonly RunningLab[], { rows, now, more }: Room): readonly string[] {
  const whole = labs.flatMap((lab) => [head(lab, now), ...branches(lab, now)]);
  if (whole.length <= rows) return whole;
  const short = labs.map((lab) => `${head(lab, now)}  ${lab.branches.map(told).join(' · ')}`.trimEnd());
  if (short.length <= rows) return short;
  const shown = Math.max(0, rows - 1);
  return [...short.slice(0, shown), more(labs.length - shown)].slice(0, rows);
}

const head = ({ lab, done, since }: RunningLab, now: number): string => `○ ${lab}  ${done}  ${lasting(now - since)}`;

const branches = (lab: RunningLab, now: number): readonly string[] =>
  lab.branches.map(
    (branch, index) =>
      `  ${index === lab.branches.length - 1 ? '└' : '├'} ${lasting(now - branch.since).padStart(5)}  ${told(branch)}`,
  );

const told = ({ step, phase, name }: RunningLab['branches'][number]): string =>
  [step, phase, name].filter(Boolean).join(' › ');

/** `7 s`, `2:05` */
export function lasting(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
