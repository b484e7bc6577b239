import type { Verdict } from '../verdict/verdict.ts';

/** A verdict that a learner was told. `at` is ISO 8601. */
export type Told = {
  readonly at: string;
  /** `docker/container`, `run`, `question 1` */
  readonly by: string;
  /** Which of the step's checks, from 0. */
  readonly check?: number;
  readonly verdict: Verdict;
};

/** How a learner went through one step. */
export type LearnerStep = {
  /** `shown`: passed after its solution was shown. `open`: left unfinished. `ahead`: not reached. */
  readonly status: 'solved' | 'shown' | 'skipped' | 'open' | 'ahead';
  /** ISO 8601 */
  readonly openedAt?: string;
  readonly endedAt?: string;
  /** Wrong answers, and actions that a check spoke about. */
  readonly attempts: number;
  readonly hints: number;
  readonly solutionShown: boolean;
  /** Seatrial typed the solution. */
  readonly solutionTyped: boolean;
  readonly answers: readonly { readonly at: string; readonly question: string; readonly given: string }[];
  /** In order; a verdict is told again only when it is another one. */
  readonly told: readonly Told[];
};

/** Which session it is, and of which content of the lab. */
export type SessionEntry = { readonly id: string; readonly digest: string };
