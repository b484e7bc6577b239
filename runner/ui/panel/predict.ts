import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { blankLine, type Line, type Tone } from '../text/line.ts';
import { hang, inline, markdown } from '../text/markdown.ts';
import { wrap } from '../text/wrap.ts';
import { askOf } from './asked.ts';
import { choiceLines, choosingOf } from './pick.ts';
import { marked } from './verdictLines.ts';
import { labOf, openStepOf, type View } from './view.ts';

const askedOf = (view: View) => labOf(view).steps[view.session.current]?.predict;

/** Whether the open step asks what will happen, and nobody has said so yet. */
export const mayPredict = (view: View): boolean =>
  askedOf(view) !== undefined && openStepOf(view)?.predicted === undefined;

export const hasPredicted = (view: View): boolean =>
  askedOf(view) !== undefined && openStepOf(view)?.predicted !== undefined;

type HowToPredict = 'screen.howToPredict' | 'screen.plain.howToPredict';

/** What the open step asks before the learner acts, or what they have predicted. */
export function predictLines(view: View, columns: number, how: HowToPredict = 'screen.howToPredict'): readonly Line[] {
  const asked = askedOf(view);
  if (!asked) return [];
  const isPredicting = view.mode === 'predicting';
  if (hasPredicted(view) && !isPredicting) return saidLines(view, view.session.current, columns);
  const choosing = isPredicting ? choosingOf(view) : undefined;
  const lines = choosing
    ? [...markdown(asked.ask, columns - 2), blankLine, ...choiceLines(view, choosing, columns - 2)]
    : markdown(askOf(asked, view.language), columns - 2);
  const words = say(view.language, message(how));
  return [...hang(lines, '◇ ', '  ', 'accent'), ...(isPredicting ? [] : marked(' ', 'muted', words, columns, 'muted'))];
}

/** What was predicted of a step, in the language that is read now. */
function saidLines(view: View, index: number, columns: number, tone: Tone = 'plain'): readonly Line[] {
  const predicted = view.session.steps[index]?.predicted;
  const asked = labOf(view).steps[index]?.predict;
  if (!predicted || !asked) return [];
  const given = asked.choices?.[predicted.choice ?? -1] ?? predicted.given;
  const words = say(view.language, message('screen.predicted', { given }));
  return hang(wrap(inline(words, tone), columns - 2), '◇ ', '  ', 'muted');
}

/** What was predicted of a step that has passed, and what that would mean, to stand beside what it has proven. */
export function predictedLines(view: View, index: number, columns: number, tone: Tone = 'plain'): readonly Line[] {
  const { status, predicted } = view.session.steps[index] ?? {};
  if (status !== 'solved' && status !== 'shown') return [];
  const means = labOf(view).steps[index]?.predict?.means?.[predicted?.choice ?? -1];
  return [
    ...saidLines(view, index, columns, tone),
    ...(means === undefined ? [] : hang(wrap(inline(means, 'muted'), columns - 2), '  ', '  ')),
  ];
}
