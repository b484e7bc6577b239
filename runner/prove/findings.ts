import type { Step } from '../lab/lab.ts';
import { checkName } from '../lab/names.ts';
import type { SessionEvent } from '../session/event.ts';
import type { SessionState } from '../session/state.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Finding } from './event.ts';
import { atLabLines } from './scriptLines.ts';

/** What each check and question of a step says now, and what it was judged on. */
export function findingsOf(step: Step, state: SessionState, events: readonly SessionEvent[]): readonly Finding[] {
  const own = state.steps.find((each) => each.id === step.id);
  const checks = step.checks.flatMap((use, index): readonly Finding[] => {
    const verdict = own?.verdicts[index];
    if (!verdict) return [];
    const judged = events.findLast(
      (event) => event.type === 'check.judged' && event.step === step.id && event.check === index,
    );
    const evidence = judged?.type === 'check.judged' ? judged.evidence : undefined;
    return [atLabLines(finding(checkName(use), verdict, evidence), use)];
  });
  const questions = step.questions.flatMap(({ id }): readonly Finding[] => {
    const verdict = own?.answers[id];
    const judged = events.findLast(
      (event) => event.type === 'question.answered' && event.step === step.id && event.question === id,
    );
    const evidence = judged?.type === 'question.answered' ? judged.evidence : undefined;
    return verdict ? [finding(`question ${id}`, verdict, evidence)] : [];
  });
  return [...checks, ...questions];
}

/** What a check or a question says, and what it was judged on. */
export const finding = (by: string, verdict: Verdict, evidence: unknown): Finding => ({
  by,
  status: verdict.status,
  because: verdict.because,
  ...(verdict.status === 'errored' && { blame: verdict.blame }),
  ...(verdict.status === 'pending' && verdict.mismatch && { mismatch: verdict.mismatch }),
  ...(evidence !== undefined && { evidence }),
});

/** Everything that the step's verdicts have said in these events, each once, in order. */
export function verdictsIn(step: Step, events: readonly SessionEvent[]): readonly Verdict[] {
  const verdicts = events.flatMap((event) =>
    (event.type === 'check.judged' || event.type === 'question.answered') && event.step === step.id
      ? [event.verdict]
      : [],
  );
  return [...new Map(verdicts.map((each) => [JSON.stringify(each), each])).values()];
}
