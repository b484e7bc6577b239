import type { Step } from '../lab/lab.ts';
import type { Checks } from '../session/judgeCheck.ts';

/** What this step's solution takes away cannot be put back: each way to solve it is tried on a machine of its own. */
export const takesAway = ({ checks: uses }: Step, checks: Checks): boolean =>
  uses.some((use) => use.kind === 'check' && checks.get(use.check)?.takesAway);
