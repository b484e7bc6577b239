import type { SessionEvent } from '../../session/event.ts';
import type { SessionState } from '../../session/state.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { say } from '../../words/say.ts';
import { verdictLines } from '../panel/verdictLines.ts';
import type { View } from '../panel/view.ts';
import { plainText } from './plainText.ts';

/** Whether an event is to be told. What stands there already in the same words, as this or another check's verdict or as trouble, is not told again; nor is a verdict that nothing was tried for. */
export function isNews(event: SessionEvent, before: SessionState, { language }: View): boolean {
  if (event.type === 'trouble.began') {
    const told = before.steps[before.current]?.verdicts ?? {};
    return !Object.values(told).some(
      (each) => each.status === 'errored' && say(language, each.because) === say(language, event.trouble),
    );
  }
  if (event.type !== 'check.judged') return true;
  const { verdict } = event;
  if (verdict.status === 'pending' && !verdict.attempt && !verdict.underWay) return false;
  const { trouble } = before;
  if (verdict.status === 'errored' && trouble && say(language, trouble) === say(language, verdict.because))
    return false;
  const words = (each: Verdict) => plainText(verdictLines(each, language, 200)).join('\n');
  const last = before.steps.find((each) => each.id === event.step)?.verdicts ?? {};
  return !Object.values(last).some((each) => words(each) === words(verdict));
}
