import { message } from '../words/message.ts';
import type { AnyCheck } from './defineCheck.ts';
import { pending, type Verdict } from './verdict.ts';

/** What a verdict was judged on, as the journal keeps it: plain JSON. */
export type Evidence =
  | {
      readonly kind: 'observed';
      readonly observed: unknown;
      /** How long it has been so, in ms, for a check that wants it to stay so. */
      readonly steadyFor?: number;
    }
  /** Nothing was observed: the world did not answer, or what the check speaks about does not exist. */
  | { readonly kind: 'blocked'; readonly verdict: Verdict };

/** The verdict on this evidence. Pure, so a journal judged again says the same. */
export function verdictOn(check: AnyCheck, params: unknown, evidence: Evidence): Verdict {
  if (evidence.kind === 'blocked') return evidence.verdict;
  const verdict = check.judge(evidence.observed, params);
  const stays = check.stays(params);
  if (verdict.status !== 'passed' || (evidence.steadyFor ?? 0) >= stays) return verdict;
  return pending(message('stays.waiting', { seconds: stays / 1000 }));
}
