import type { Verdict } from './verdict.ts';

/** What a check makes of some evidence: a row of the table that stands beside it, in `judgements.ts`. Needs no world. */
export type Judgement<Params = unknown, Evidence = unknown> = {
  /** The case, in a few words. Unique in its table. */
  readonly what: string;
  readonly params: Params;
  readonly evidence: Evidence;
  readonly status: Verdict['status'];
  /** Id of the message that says why. */
  readonly says: string;
  /** It counts as the learner's attempt; not looked at unless given. */
  readonly attempt?: boolean;
  /** What should be and what is; not looked at unless given. */
  readonly mismatch?: { readonly expected: string; readonly actual: string };
};
