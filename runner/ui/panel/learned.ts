import type { Line, Tone } from '../text/line.ts';
import { inline } from '../text/markdown.ts';
import { wrap } from '../text/wrap.ts';
import { predictedLines } from './predict.ts';
import { labOf, type View } from './view.ts';

/** A text with what its references read when it was shown. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce((before, [reference, value]) => before.replaceAll(reference, () => value), text);

/** What a step that has passed has proven, and why it is so; nothing of one that was skipped. */
function learnedLines(view: View, index: number, columns: number, tone: Tone = 'plain'): readonly Line[] {
  const state = view.session.steps[index];
  const text = labOf(view).steps[index]?.learned ?? '';
  if (text === '' || (state?.status !== 'solved' && state?.status !== 'shown')) return [];
  return wrap(inline(filled(text, state.filled), tone), columns);
}

/** What was predicted of a step that has passed, beside what it has proven. */
export const outcomeLines = (view: View, index: number, columns: number, tone: Tone = 'plain'): readonly Line[] => [
  ...predictedLines(view, index, columns, tone),
  ...learnedLines(view, index, columns, tone),
];
