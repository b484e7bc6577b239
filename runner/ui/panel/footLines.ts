import { type BareId, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { type Binding, bindings } from '../keys.ts';
import { type Line, type Span, span } from '../text/line.ts';
import { inline } from '../text/markdown.ts';
import { widthOf, widthOfLine } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { textOf } from './field.ts';
import { choosingOf, shownPick } from './pick.ts';
import { hasField, type View } from './view.ts';

export type Foot = {
  readonly lines: readonly Line[];
  readonly cursor?: { readonly column: number; readonly row: number };
};

/** What the panel asks, the answer field, and the keys; in a narrow window the keys stand in the line that parts panel and shell. */
export function footLines(
  view: View,
  columns: number,
  kind: 'wide' | 'narrow',
  question: readonly Line[],
  scrolls = false,
): Foot {
  const field = hasField(view.mode) ? fieldLine(view, columns) : undefined;
  const above = field ? [field.line] : question;
  // The answers to a question are all shown: the help cannot be asked for then.
  const most = questionOf(view).length > 0 ? 4 : kind === 'narrow' ? 1 : 2;
  const keys = rows(keyItems(view, scrolls), kind === 'narrow' ? columns - 6 : columns, most);
  const lines =
    kind === 'narrow'
      ? [...above, ...keys.slice(0, -1), divider(view, keys.at(-1) ?? [], columns)]
      : [[span('─'.repeat(columns), 'muted')], ...above, ...keys];
  if (!field) return { lines };
  return { lines, cursor: { column: field.column, row: kind === 'wide' ? 1 : 0 } };
}

/** What the panel asks; none while nothing is asked. */
export const askedLines = (view: View, columns: number): readonly Line[] =>
  questionOf(view).flatMap((words) => wrap(inline(words, 'strong'), columns));

function questionOf({ mode, shell, language, offered }: View): readonly string[] {
  const words = (id: BareId) => say(language, message(id));
  if (mode === 'confirmSkip') return [words('screen.confirmSkip')];
  if (mode === 'confirmSolution') return [words('screen.confirmSolution')];
  if (mode === 'offering') return [say(language, message('screen.offer', { command: shortened(offered?.text ?? '') }))];
  if (mode === 'confirmRemove') return [words('screen.confirmRemove')];
  if (mode !== 'leaving') return [];
  if (shell.status === 'ended') return [words('screen.shellEnded')];
  if (shell.status === 'lost') return [say(language, message('screen.shellLost', { reason: shell.reason }))];
  return [words('screen.confirmLeave')];
}

/** Its first line, so far as it fits. */
function shortened(text: string): string {
  const [first = '', ...more] = text.split(/\r?\n|\r/);
  return more.length > 0 || first.length > 50 ? `${first.slice(0, 50)}…` : first;
}

type Item = readonly Span[];

function keyItems(view: View, scrolls: boolean): readonly Item[] {
  if (view.focus === 'shell')
    return [
      item(view, { key: 'Ctrl-]', label: 'screen.key.toPanel' }),
      [
        span(
          say(view.language, message(view.shell.status === 'held' ? 'screen.inPanelHeld' : 'screen.inPanel')),
          'muted',
        ),
      ],
    ];
  if (hasField(view.mode)) {
    const choosing = choosingOf(view);
    const keys = choosing ? (choosing.all ? 'screen.markKeys' : 'screen.chooseKeys') : 'screen.answerKeys';
    return [[span(say(view.language, message(keys)), 'muted')]];
  }
  const scroll = scrolls ? [item(view, { key: '↑ ↓', label: 'screen.key.scroll' })] : [];
  return [...scroll, ...bindings(view).flatMap((each) => (each.idle ? [] : [item(view, each)]))];
}

const item = (view: View, { key, label }: Pick<Binding, 'key' | 'label'>): Item => [
  span(key, 'key'),
  span(` ${say(view.language, message(label))}`, 'muted'),
];

/** As many whole items as there is room for: what does not fit stands in the help. */
function rows(items: readonly Item[], columns: number, most: number): readonly Line[] {
  const lines: Span[][] = [];
  for (const each of items) {
    const last = lines.at(-1);
    if (last && widthOfLine(last) + 2 + widthOfLine(each) <= columns) last.push(span('  '), ...each);
    else if (lines.length < most) lines.push([...each]);
  }
  return lines;
}

function divider(view: View, keys: Line, columns: number): Line {
  const tone = view.focus === 'panel' ? 'accent' : 'muted';
  const rest = Math.max(0, columns - 4 - widthOfLine(keys));
  return [span('── ', tone), ...keys, span(` ${'─'.repeat(rest)}`, tone)];
}

/** The answer being typed; of a long one the part around the cursor. */
function fieldLine(view: View, columns: number): { readonly line: Line; readonly column: number } {
  const { field, language } = view;
  const label = `${say(language, message(view.mode === 'predicting' ? 'screen.prediction' : 'screen.answer'))} ▸ `;
  const room = columns - widthOf(label) - 1;
  const choosing = choosingOf(view);
  if (choosing) {
    const shown = cut(shownPick(view, choosing), room);
    return { line: [span(label, 'accent'), span(shown, 'strong')], column: widthOf(label) + widthOf(shown) };
  }
  const before = [...field.characters.slice(0, field.cursor)];
  while (widthOf(before.join('')) > room) before.shift();
  const shown = before.join('') + field.characters.slice(field.cursor).join('');
  const fitting = shown.length < textOf(field).length || widthOf(shown) > room ? cut(shown, room) : shown;
  return { line: [span(label, 'accent'), span(fitting)], column: widthOf(label) + widthOf(before.join('')) };
}

function cut(text: string, columns: number): string {
  let kept = '';
  for (const each of text) {
    if (widthOf(kept + each) > columns) break;
    kept += each;
  }
  return kept;
}
