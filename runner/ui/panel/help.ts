import { type BareId, type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { ExtensionView } from '../extension.ts';
import { panelKeys, typedWords } from '../keys.ts';
import { blankLine, type Line, type Span, span } from '../text/line.ts';
import { hang } from '../text/markdown.ts';
import { padEnd } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { stepMarks } from '../theme.ts';

const column = 16;

/** The help: every key, every word for the shell, every mark. */
export function helpLines(language: Language, columns: number, extension?: ExtensionView): readonly Line[] {
  const words = (id: BareId) => say(language, message(id));
  const row = (left: Span, id: BareId): readonly Line[] =>
    hang(
      wrap([span(words(id))], columns - column - 2),
      `  ${padEnd(left.text, column)}`,
      ' '.repeat(column + 2),
      left.tone,
    );
  const part = (title: BareId, rows: readonly (readonly Line[])[]): readonly Line[] => [
    [span(words(title), 'heading')],
    ...rows.flat(),
    blankLine,
  ];

  return [
    ...part('screen.help.shell', [
      row(span('Ctrl-]', 'key'), 'screen.key.switch'),
      row(span('Shift-PageUp', 'key'), 'screen.key.scrollShell'),
    ]),
    ...(extension
      ? part(
          extension.title,
          extension.keys.map((each) => row(span(each.key, 'key'), each.help ?? each.label)),
        )
      : []),
    ...part('screen.help.panel', [
      ...panelKeys.map((each) => row(span(each.key, 'key'), each.label)),
      row(span('↑ ↓', 'key'), 'screen.key.scroll'),
    ]),
    ...part(
      'screen.help.typed',
      typedWords.map((each) => row(span(each.word, 'code'), each.label)),
    ),
    ...part('screen.help.marks', [
      row(span(stepMarks.solved.mark, stepMarks.solved.tone), 'screen.mark.solved'),
      row(span(stepMarks.shown.mark, stepMarks.shown.tone), 'screen.mark.shown'),
      row(span(stepMarks.skipped.mark, stepMarks.skipped.tone), 'screen.mark.skipped'),
      row(span(stepMarks.open.mark, stepMarks.open.tone), 'screen.mark.now'),
      row(span(stepMarks.ahead.mark, stepMarks.ahead.tone), 'screen.mark.ahead'),
    ]),
  ];
}
