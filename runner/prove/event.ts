import type { Position } from '../lab/lab.ts';
import type { TypedLine } from '../typist/typedLine.ts';
import type { Blame } from '../verdict/verdict.ts';
import type { Message } from '../words/message.ts';
import type { LearnerStep, SessionEntry } from './learner.ts';

/** What is proven of a step, or of a whole lab. */
export type Phase =
  | 'started'
  | 'untouched'
  | 'mistaken'
  | 'solved'
  | 'variant'
  | 'steady'
  | 'clean'
  | 'worded'
  | 'attempt'
  | 'mutant'
  | 'attack'
  | 'away'
  | 'skipped'
  /** Nothing is proven of the lab: a learner went through the step. */
  | 'learned';

/** One thing to be proven. `name` tells those of one step and phase apart: what is typed, or answered. */
export type ProofId = {
  readonly lab: string;
  readonly step?: string;
  readonly phase: Phase;
  readonly name: string;
  readonly position: Position;
};

/** What a check or a question of the step says: its verdict and what it was judged on. */
export type Finding = {
  /** `docker/container`, `run`, `question first` */
  readonly by: string;
  readonly status: 'passed' | 'pending' | 'errored';
  readonly because: Message;
  readonly blame?: Blame;
  readonly mismatch?: { readonly expected: string; readonly actual: string };
  readonly evidence?: unknown;
};
/** What was done and seen, for whoever has to find out why. */
export type Trail = {
  readonly typed: readonly TypedLine[];
  readonly answered: readonly string[];
  readonly findings: readonly Finding[];
};

/** `failed`: not as declared, the lab's fault. `errored`: it could not be told, and whose fault that is. */
export type Outcome =
  | { readonly outcome: 'ok' }
  | {
      readonly outcome: 'failed';
      readonly because: Message;
      readonly mismatch?: { readonly expected: string; readonly actual: string };
    }
  | { readonly outcome: 'errored'; readonly because: Message; readonly blame: Blame };

export type Proof = ProofId &
  Trail & {
    readonly result: Outcome;
    readonly seconds: number;
    /** Of a learner's session. */
    readonly learner?: LearnerStep;
  };

export type RunOutcome = 'ok' | 'failed' | 'errored' | 'interrupted';

export type LabEntry = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
};

/**
What happens while labs are proven: the one union that every reporter reads. `at` is in ms since 1970.
With a `session` it is no run of the prover, but a learner's session told in the same events.
*/
export type ProofEvent = { readonly at: number } & (
  | { readonly type: 'run.started'; readonly labs: readonly LabEntry[]; readonly session?: SessionEntry }
  | { readonly type: 'lab.started'; readonly lab: string }
  | { readonly type: 'phase.started'; readonly id: ProofId }
  | { readonly type: 'phase.ended'; readonly proof: Proof }
  /** A machine was kept for whoever wants to look at what failed on it. */
  | { readonly type: 'machine.kept'; readonly lab: string; readonly machine: string }
  /** What was not tried, because something before it did not come out. */
  | { readonly type: 'lab.untried'; readonly lab: string; readonly proofs: readonly ProofId[] }
  | { readonly type: 'lab.ended'; readonly lab: string; readonly outcome: RunOutcome; readonly seconds: number }
  /** Called off for another run that begins at once: nothing is told of what it came to. */
  | { readonly type: 'run.superseded' }
  | { readonly type: 'run.ended'; readonly outcome: RunOutcome; readonly seconds: number }
);

/** An event without its time. */
export type NewProofEvent = ProofEvent extends infer E ? (E extends ProofEvent ? Omit<E, 'at'> : never) : never;

/** What a proof comes to for whoever has to act: where it is the lab that keeps it from being told, the lab has failed. */
export const comesTo = (result: Outcome): RunOutcome =>
  result.outcome === 'errored' && result.blame === 'lab' ? 'failed' : result.outcome;

/** The worst of several: what could not be told weighs more than what is wrong. */
export function worst(outcomes: readonly RunOutcome[]): RunOutcome {
  const order: readonly RunOutcome[] = ['interrupted', 'errored', 'failed'];
  return order.find((each) => outcomes.includes(each)) ?? 'ok';
}
