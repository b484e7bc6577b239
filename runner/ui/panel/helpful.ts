import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { blankLine, type Line, span } from '../text/line.ts';
import { code, hang, inline, markdown } from '../text/markdown.ts';
import { wrap } from '../text/wrap.ts';
import { filled } from './learned.ts';
import { labOf, openStepOf, type View } from './view.ts';

/** The hints so far, and the solution once it was asked for. */
export function helpfulLines(view: View, columns: number): readonly Line[] {
  const step = labOf(view).steps[view.session.current];
  const state = openStepOf(view);
  if (!step || !state) return [];
  const of = step.hints.length;
  const parts = step.hints
    .slice(0, state.hints)
    .map((hint, index): readonly Line[] => [
      [span(say(view.language, message('screen.hint', { number: index + 1, of })), 'accent')],
      ...hang(markdown(filled(hint, state.filled), columns - 2), '  ', '  '),
    ]);
  if (view.outOfHints) parts.push(remark(view, of > 0 ? 'screen.noMoreHints' : 'screen.noHints', columns));
  if (state.solution !== undefined) parts.push(solutionLines(view, state.solution, columns));
  return parts.flatMap((lines, index) => (index > 0 ? [blankLine, ...lines] : lines));
}

const solutionLines = (view: View, commands: string, columns: number): readonly Line[] => [
  [span(say(view.language, message('screen.solution')), 'accent')],
  ...(commands ? hang(code(commands.replace(/\n+$/, ''), columns - 2), '  ', '  ') : []),
  ...hang(remark(view, commands ? 'screen.runIt' : 'screen.noSolution', columns - 2), '  ', '  '),
];

const remark = (
  view: View,
  id: 'screen.noMoreHints' | 'screen.noHints' | 'screen.runIt' | 'screen.noSolution',
  columns: number,
) => wrap(inline(say(view.language, message(id)), 'muted'), columns);
