import { say } from '../../words/say.ts';
import { type Line, type Span, span } from '../text/line.ts';
import { inline } from '../text/markdown.ts';
import { widthOf, widthOfLine } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { stepMarks } from '../theme.ts';
import { labOf, type View } from './view.ts';

/** The lab's title and how far the learner is. */
export function headLines(view: View, columns: number, kind: 'wide' | 'narrow'): readonly Line[] {
  const title = labOf(view).title;
  const progress = progressOf(view);
  const gap = columns - widthOf(title) - widthOfLine(progress);
  if (kind === 'narrow' && gap >= 2) return [[span(title, 'heading'), span(' '.repeat(gap)), ...progress]];
  const rule: Line = [span('─'.repeat(columns), 'muted')];
  return [...wrap([span(title, 'heading')], columns), progress, ...(kind === 'wide' ? [rule] : [])];
}

function progressOf({ session: { steps } }: View): Line {
  const marks = steps.map((each): Span => span(stepMarks[each.status].mark, stepMarks[each.status].tone));
  const done = steps.filter((each) => each.status !== 'ahead' && each.status !== 'open').length;
  return [...marks, span(` ${done}/${steps.length}`, 'strong')];
}

/** The step that ended last, in one sentence: lit up for a moment, then calm. */
export function pastLines(view: View, columns: number): readonly Line[] {
  const index = view.session.current - 1;
  const step = view.session.steps[index];
  if (!step || step.status === 'open' || step.status === 'ahead') return [];
  const { mark, tone } = stepMarks[step.status];
  const passed = [...Object.values(step.answers), ...Object.values(step.verdicts)].filter(
    (each) => each.status === 'passed',
  );
  const last = Object.values(step.verdicts).findLast((each) => each.status === 'passed') ?? passed.at(-1);
  const title = labOf(view).steps[index]?.title ?? step.id;
  const words = step.status !== 'skipped' && last ? say(view.language, last.because) : title;
  const lit = view.fresh === step.id;
  const lines = wrap(inline(words, lit ? 'plain' : 'muted'), columns - 3);
  return lines.map((line, row) => [
    span(row === 0 ? (lit ? ` ${mark} ` : `${mark}  `) : '   ', lit ? 'fresh' : tone),
    ...line,
  ]);
}

/** The open step's number and title. */
export function stepHeading(view: View, columns: number): readonly Line[] {
  const step = labOf(view).steps[view.session.current];
  if (!step) return [];
  return wrap([span(`${view.session.current + 1}. `, 'accent'), ...inline(step.title, 'heading')], columns);
}
