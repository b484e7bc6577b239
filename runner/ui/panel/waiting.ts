import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Line } from '../text/line.ts';
import { marked } from './verdictLines.ts';
import { labOf, openStepOf, type View } from './view.ts';

/** What the open step waits for since the learner acted, and for how many seconds more at most: none once it takes longer. */
export function waitOf(
  view: View,
): { readonly for: string; readonly seconds: number; readonly left: number } | undefined {
  const step = labOf(view).steps[view.session.current];
  const own = openStepOf(view);
  if (!step?.waits || own?.status !== 'open' || own.actedAt === undefined || view.session.trouble) return undefined;
  if (step.checks.every((_, index) => own.verdicts[index]?.status === 'passed')) return undefined;
  const passed = Math.max(0, view.now - own.actedAt);
  return { ...step.waits, left: Math.max(0, Math.ceil(step.waits.seconds - passed / 1000)) };
}

/** The same in words, instead of "waiting for you". */
export function waitLines(view: View, columns: number): readonly Line[] {
  const wait = waitOf(view);
  if (!wait) return [];
  const words =
    wait.left > 0
      ? message('screen.waitingFor', { what: wait.for, seconds: wait.left })
      : message('screen.waitingLonger', { what: wait.for, seconds: wait.seconds });
  return marked('◌', 'accent', say(view.language, words), columns, 'muted');
}
