import { isDeepStrictEqual } from 'node:util';
import type { Verdict } from '../../verdict/verdict.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Line } from '../text/line.ts';
import { marked, verdictLines } from './verdictLines.ts';
import { labOf, openStepOf, type View } from './view.ts';
import { waitLines } from './waiting.ts';

/** What has been noticed of the open step, what is missing first: `folded`, what has passed is one line. */
export function liveLines(view: View, columns: number, { folded = false } = {}): readonly Line[] {
  const { language, session } = view;
  const words = (id: Parameters<typeof message>[0], values = {}) => say(language, { id, values });
  const trouble = session.trouble ? marked('!', 'warn', say(language, session.trouble), columns, 'strong') : [];
  const loading = session.loading.flatMap((image) =>
    marked('◌', 'muted', words('screen.loading', { image }), columns, 'muted'),
  );
  const preparing = session.preparing ? marked('◌', 'muted', words('screen.preparing'), columns, 'muted') : [];
  if (session.finished) {
    return [
      ...trouble,
      ...marked('✔', 'good', `**${words('screen.finished')}**`, columns),
      ...marked(' ', 'muted', words('screen.finishedText'), columns),
    ];
  }
  const again = openStepOf(view)?.reopened;
  const reopened = again ? marked('!', 'warn', say(language, again.because), columns) : [];
  const isOver = session.current === session.steps.length && session.watching.length > 0;
  const watching = isOver ? marked('◌', 'muted', words('screen.watching'), columns, 'muted') : [];
  return [...trouble, ...loading, ...preparing, ...watching, ...reopened, ...verdicts(view, columns, folded)];
}

/** Whether nothing is left to be said of the open step but that each of its checks has passed. */
export function isAllPassed(view: View): boolean {
  const checks = labOf(view).steps[view.session.current]?.checks ?? [];
  const verdicts = openStepOf(view)?.verdicts ?? {};
  const isTold = view.session.trouble === undefined && view.session.loading.length === 0;
  return isTold && checks.every((_, index) => verdicts[index]?.status === 'passed');
}

function verdicts(view: View, columns: number, folded: boolean): readonly Line[] {
  const step = labOf(view).steps[view.session.current];
  const state = openStepOf(view);
  if (!step || !state) return [];
  // What stands above as trouble already is not said of each check again.
  const isTold = (verdict: Verdict) =>
    verdict.status === 'errored' && JSON.stringify(verdict.because) === JSON.stringify(view.session.trouble);
  const all = step.checks.flatMap((_, index) => state.verdicts[index] ?? []);
  const judged = all.filter((each) => !isTold(each));
  const quiet = judged.every((each) => each.status === 'pending' && !each.attempt && !each.underWay);
  const waits = waitLines(view, columns);
  if (!quiet) return [...told(judged, view, columns, folded), ...waits];
  if (step.checks.length === 0 || judged.length < all.length) return [];
  if (waits.length > 0) return waits;
  return marked('○', 'muted', say(view.language, message('screen.waiting')), columns, 'muted');
}

function told(judged: readonly Verdict[], { language }: View, columns: number, folded: boolean): readonly Line[] {
  // What several checks say in the same words is said once.
  const isFirst = (each: Verdict, index: number, all: readonly Verdict[]) =>
    all.findIndex((other) => isDeepStrictEqual(other, each)) === index;
  const lines = (all: readonly Verdict[]) =>
    all.filter(isFirst).flatMap((each) => verdictLines(each, language, columns));
  const passed = judged.filter((each) => each.status === 'passed');
  const missing = judged.filter((each) => each.status !== 'passed').toSorted((a, b) => rank(a) - rank(b));
  if (!folded || passed.length < 2) return [...lines(missing), ...lines(passed)];
  const count = say(language, message('screen.passed', { count: passed.length, of: judged.length }));
  return [...lines(missing), ...marked('✔', 'good', count, columns, 'muted')];
}

/** What was tried and missed comes before what nobody can tell, and that before what has not been tried. */
const rank = (verdict: Verdict): number =>
  verdict.status === 'pending' ? (verdict.attempt ? 0 : 2) : verdict.status === 'errored' ? 1 : 3;
