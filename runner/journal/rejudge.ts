import type { SessionEvent } from '../session/event.ts';
import { judgeAnswer } from '../session/judgeAnswer.ts';
import type { AnyCheck } from '../verdict/defineCheck.ts';
import { verdictOn } from '../verdict/judge.ts';
import type { Verdict } from '../verdict/verdict.ts';

export type Difference = { readonly event: SessionEvent; readonly now: Verdict };

/** Judges a journal's evidence again. Where checks and journal agree, there is no difference. */
export function rejudge(
  events: readonly SessionEvent[],
  checkOf: (step: string, index: number) => AnyCheck | undefined,
): readonly Difference[] {
  return events.flatMap((event) => {
    const now = again(event, checkOf);
    return now && 'verdict' in event && JSON.stringify(now) !== JSON.stringify(event.verdict) ? [{ event, now }] : [];
  });
}

function again(
  event: SessionEvent,
  checkOf: (step: string, index: number) => AnyCheck | undefined,
): Verdict | undefined {
  if (event.type === 'check.judged') {
    const check = checkOf(event.step, event.check);
    return check && verdictOn(check, event.params, event.evidence);
  }
  // Without expected values the world could not be read, and the verdict says that.
  if (event.type === 'question.answered' && event.evidence.expected.length > 0) return judgeAnswer(event.evidence);
  return undefined;
}
