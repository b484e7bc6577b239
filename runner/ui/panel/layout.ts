import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { blankLine, type Line, span } from '../text/line.ts';
import { hang, markdown } from '../text/markdown.ts';
import { widthOf, widthOfLine } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { askedLines, footLines } from './footLines.ts';
import { headLines, pastLines, stepHeading } from './headLines.ts';
import { helpLines } from './help.ts';
import { helpfulLines } from './helpful.ts';
import { outcomeLines } from './learned.ts';
import { isAllPassed, liveLines } from './live.ts';
import { predictLines } from './predict.ts';
import { openQuestionLines, questionLines } from './questions.ts';
import { summaryLines } from './summary.ts';
import { hasOpenQuestion, isUnprepared, labOf, type View } from './view.ts';

/** The panel's parts from top to bottom, as lines; together they fill its rows. */
export type PanelLayout = {
  readonly head: readonly Line[];
  /** The part of the text that is in view, filled up with empty lines. */
  readonly body: readonly Line[];
  /** What stays in view while the text is scrolled. */
  readonly pinned: readonly Line[];
  readonly foot: readonly Line[];
  readonly cursor?: { readonly column: number; readonly row: number };
  /** First row in view, and the last that can be first. */
  readonly scroll: { readonly at: number; readonly last: number };
};

export type PanelSize = { readonly columns: number; readonly rows: number; readonly kind: 'wide' | 'narrow' };

/** Columns that every line of text leaves free: there is always room for a blank and the arrow that says it goes on. */
const moreMark = 2;

/** Rows of a question below the text; a longer one, with an engine's reason in it, takes the text's place. */
const longestAsked = 2;

/** Lays the panel out. What is live stands below the text, and stays in view where the text has to be scrolled. */
export function layoutPanel(view: View, { columns, rows, kind }: PanelSize): PanelLayout {
  const head = headLines(view, columns, kind);
  const width = columns - moreMark;
  const question = askedLines(view, width);
  if (question.length > longestAsked) {
    const { lines } = footLines(view, columns, kind, []);
    const shown = scrolled(question, rows - head.length - lines.length, view, columns);
    return { head, body: shown.lines, pinned: [], foot: lines, scroll: shown.scroll };
  }
  const text = taskParts(view, width);
  const live = liveLines(view, width);
  const section = view.extension?.section(view.language, width) ?? [];
  const helpful = helpfulLines(view, width);
  const unscrolled = footLines(view, columns, kind, question);
  const learned = learnedPart(view, width);
  const [notice = [], past = [], ...task] = text;
  const flowing = [notice, [...past, ...learned], ...task, live, section, helpful];
  const roomWhole = rows - head.length - unscrolled.lines.length;
  const airy = fitted(parts(flowing), roomWhole);
  const whole = airy.length <= roomWhole ? airy : undefined;
  const foot = whole ? unscrolled : footLines(view, columns, kind, question, true);
  // What the step is called stays above what is scrolled.
  const heading = whole ? [] : stepHeading(view, width);
  const room = rows - head.length - heading.length - foot.lines.length;
  // Once only answers are missing, the questions have the room.
  const answersOnly = isAllPassed(view) && hasOpenQuestion(view);
  const pinned = whole || answersOnly ? [] : pinnedLines(view, live, Math.max(1, Math.floor(room / 2)), columns);
  // Where it would take the task's room, what was learned stands behind the task.
  const below = { text: taskParts(view, width, false), live, others: [learned, section, helpful], pinned };
  const shown = whole ? scrolled(whole, room, view, columns) : overfull(view, below, room - pinned.length, columns);
  const cursorRow = head.length + heading.length + shown.lines.length + pinned.length;
  return {
    head: [...head, ...heading],
    body: shown.lines,
    pinned,
    foot: foot.lines,
    scroll: shown.scroll,
    ...(foot.cursor && { cursor: { column: foot.cursor.column, row: cursorRow + foot.cursor.row } }),
  };
}

/** What the step that ended last has proven. */
const learnedPart = (view: View, columns: number): readonly Line[] =>
  hang(outcomeLines(view, view.session.current - 1, columns - 3), '   ', '   ');

type Overfull = {
  readonly text: readonly (readonly Line[])[];
  readonly live: readonly Line[];
  readonly others: readonly (readonly Line[])[];
  readonly pinned: readonly Line[];
};

/** The part in view of what has more lines than there is room for. */
function overfull(view: View, { text, live, others, pinned }: Overfull, room: number, columns: number) {
  const isPinned = pinned.length > 0;
  const first = compact(isPinned ? [...text, ...others] : [...text, live, ...others]);
  // What is not in view whole below can be scrolled to, behind all else, and nothing is seen twice.
  const behind = isPinned ? missingIn(pinned, compact([live])) : [];
  const asked = view.mode === 'predicting' ? [predictLines, questionLines] : [openQuestionLines];
  const open = compact(asked.map((lines) => lines(view, columns - moreMark))).length;
  const past = compact([pastLines(view, columns - moreMark)]).length;
  const before = compact(text).length - open;
  const end = Math.max(0, first.length - room);
  const at = view.scroll === 'end' ? end : view.scroll === 'question' ? Math.min(before, end) : view.scroll;
  // Half of what has passed says nothing.
  const start = view.scroll === 'question' && at > 0 && at < past ? past : at;
  return scrolled([...first, ...behind], room, { ...view, scroll: start }, columns);
}

/** Rows that the open step takes where the panel stands above the shell: its text with blank lines between the parts, what is noticed of it, title and keys. */
export function rowsWanted(view: View, columns: number): number {
  // A blank line, and one for what is noticed of each check, or of an answer.
  const live =
    1 +
    Math.max(1, labOf(view).steps[view.session.current]?.checks.length ?? 0) +
    (labOf(view).steps[view.session.current]?.waits ? 1 : 0);
  const text = parts(textParts(view, columns - moreMark)).length + learnedPart(view, columns - moreMark).length;
  return headLines(view, columns, 'narrow').length + text + live + 1;
}

/** Live lines may take so many rows, so that some text is always in view: what has passed gives way first. */
function pinnedLines(view: View, live: readonly Line[], most: number, columns: number): readonly Line[] {
  if (live.length <= most) return live;
  const folded = liveLines(view, columns - moreMark, { folded: true });
  const lines = folded.slice(0, most);
  if (folded.length <= most) return folded;
  return [...lines.slice(0, -1), withMore(lines.at(-1) ?? blankLine, folded.length - most, view, columns)];
}

/** Those of the lines that are not among the ones in view, the last of which may have an arrow behind it. */
function missingIn(shown: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const seen = shown.map((line) => textOf(line));
  return lines.filter((line) => !seen.some((each) => each.startsWith(textOf(line))));
}

const textOf = (line: Line): string => line.map((each) => each.text).join('');

/** Help or summary over the whole window. */
export function layoutOverlay(view: View, { columns, rows }: Omit<PanelSize, 'kind'>): PanelLayout {
  const page = view.mode === 'page' ? view.extension?.page : undefined;
  const title = say(view.language, page?.title ?? message(view.mode === 'help' ? 'screen.help' : 'screen.summary'));
  const head: readonly Line[] = [
    [span(labOf(view).title, 'heading'), span(` · ${title}`, 'muted')],
    [span('─'.repeat(columns), 'muted')],
  ];
  const foot = footLines({ ...view, focus: 'panel' }, columns, 'wide', []).lines;
  const width = columns - moreMark;
  const room = rows - head.length - foot.length;
  const scroll = page?.at === undefined ? view.scroll : Math.max(0, page.at - Math.floor(room / 2));
  const shown = scrolled(overlayLines(view, width), room, { ...view, scroll }, columns);
  return { head, body: shown.lines, pinned: [], foot, scroll: shown.scroll };
}

function overlayLines(view: View, columns: number): readonly Line[] {
  if (view.mode === 'page') return view.extension?.page?.lines(view.language, columns) ?? [];
  return view.mode === 'help' ? helpLines(view.language, columns, view.extension) : summaryLines(view, columns);
}

/** What is to be done is told once it can be: what is done before counts for nothing. */
function taskParts(view: View, columns: number, headed = true): readonly (readonly Line[])[] {
  const all = textParts(view, columns, headed);
  return isUnprepared(view) ? all.slice(0, 3) : all;
}

function textParts(view: View, columns: number, headed = true): readonly (readonly Line[])[] {
  const step = labOf(view).steps[view.session.current];
  const past = pastLines(view, columns);
  const notice = view.extension?.notice(view.language, columns) ?? [];
  if (!step) return [notice, past];
  return [
    notice,
    past,
    headed ? stepHeading(view, columns) : [],
    markdown(step.text, columns),
    predictLines(view, columns),
    questionLines(view, columns),
  ];
}

/** Parts with an empty line between them. */
const parts = (all: readonly (readonly Line[])[]): readonly Line[] =>
  all.filter((lines) => lines.length > 0).flatMap((lines, index) => (index > 0 ? [blankLine, ...lines] : lines));

/** The same in as few lines as can be. */
const compact = (all: readonly (readonly Line[])[]): readonly Line[] =>
  all.flat().filter((line) => widthOfLine(line) > 0);

/** As few empty lines left out as have to be, those above first. */
function fitted(all: readonly Line[], room: number): readonly Line[] {
  let tooMany = all.length - room;
  return all.filter((line) => widthOfLine(line) > 0 || tooMany-- <= 0);
}

function scrolled(all: readonly Line[], room: number, view: View, columns: number) {
  const last = Math.max(0, all.length - room);
  const at = view.scroll === 'end' ? last : view.scroll === 'question' ? 0 : Math.min(view.scroll, last);
  const lines = [...all.slice(at, at + room)];
  while (lines.length < room) lines.push(blankLine);
  if (at > 0) lines[0] = marked(lines[0] ?? blankLine, '↑', columns);
  if (at < last) lines[room - 1] = withMore(lines[room - 1] ?? blankLine, all.length - at - room, view, columns);
  return { lines, scroll: { at, last } };
}

/** Says at the end of the last line in view how many more there are below. */
function withMore(line: Line, count: number, view: View, columns: number): Line {
  const words = say(view.language, message('screen.more', { count }));
  return marked(line, widthOfLine(line) + 2 + widthOf(words) <= columns ? words : '↓', columns);
}

function marked(line: Line, mark: string, columns: number): Line {
  const gap = columns - widthOfLine(line) - widthOf(mark);
  return [...line, span(' '.repeat(Math.max(0, gap))), span(mark, 'accent')];
}

/** The one sentence for a window without room for panel and shell. */
export const tooSmallLines = (view: View, size: { readonly columns: number; readonly rows: number }): readonly Line[] =>
  hang(wrap([span(say(view.language, message('screen.tooSmall', size)))], size.columns), '', '').slice(0, size.rows);
