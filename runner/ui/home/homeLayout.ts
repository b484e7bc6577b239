import { type BareId, type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { HomeEntry } from '../contract.ts';
import { marked } from '../panel/verdictLines.ts';
import type { Size } from '../terminal/geometry.ts';
import { blankLine, type Line, span, type Tone } from '../text/line.ts';
import { inline } from '../text/markdown.ts';
import { padEnd, widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import type { HomeView } from './homeView.ts';

const marks: Readonly<Record<HomeEntry['state'], { readonly mark: string; readonly tone: Tone }>> = {
  new: { mark: '○', tone: 'muted' },
  begun: { mark: '◐', tone: 'accent' },
  done: { mark: '✔', tone: 'good' },
};

const widest = 100;

/** The home screen as lines that fill the window: title, notices, the labs, the keys. */
export function homeLines(view: HomeView, size: Size): readonly Line[] {
  const columns = Math.min(widest, size.columns - 4);
  const words = (id: BareId) => say(view.language, message(id));
  const head: readonly Line[] = [
    blankLine,
    [span(words('screen.home.title'), 'accent'), span(`  ${words('screen.home.tagline')}`, 'muted')],
    [span('─'.repeat(columns), 'muted')],
    ...view.notices.flatMap((each) => marked('!', 'warn', each, columns)),
    blankLine,
  ];
  const foot: readonly Line[] = [blankLine, keys(view.language)];
  const room = Math.max(1, size.rows - head.length - foot.length);
  const list = entryLines(view, columns);
  const shown = inView(list, room);
  const filling = Array.from({ length: Math.max(0, room - shown.length) }, () => blankLine);
  return [...head, ...shown, ...filling, ...foot].map((line) => [span('  '), ...line]);
}

type EntryLines = { readonly lines: readonly Line[]; readonly selected: boolean };

function entryLines(view: HomeView, columns: number): readonly EntryLines[] {
  const entries = view.entries[view.language];
  if (entries.length === 0) {
    return [{ lines: wrap(inline(say(view.language, message('screen.home.none'))), columns), selected: true }];
  }
  const states = entries.map((each) => stateOf(each, view.language));
  const minutes = entries.map((each) => say(view.language, message('screen.home.minutes', { count: each.minutes })));
  const width = (texts: readonly string[]) => Math.max(...texts.map(widthOf));
  const widths = { state: width(states), minutes: width(minutes), engine: width(entries.map((each) => each.engine)) };
  return entries.map((entry, index) => {
    const selected = index === view.selected;
    const { mark, tone } = marks[entry.state];
    const right = [
      padEnd(states[index] ?? '', widths.state),
      ' '.repeat(Math.max(0, widths.minutes - widthOf(minutes[index] ?? ''))) + minutes[index],
      padEnd(entry.engine, widths.engine),
    ].join('  ');
    const room = columns - 4 - widthOf(right) - 2;
    const titles = wrap([span(entry.title, selected ? 'strong' : 'plain')], room);
    const lines = titles.map((title, row): Line => {
      const lead = row === 0 ? [span(selected ? '▸ ' : '  ', 'accent'), span(`${mark} `, tone)] : [span('    ')];
      const gap = ' '.repeat(Math.max(0, room - widthOf(title.map((each) => each.text).join('')) + 2));
      return row === 0 ? [...lead, ...title, span(gap), span(right, 'muted')] : [...lead, ...title];
    });
    return { lines, selected };
  });
}

/** How far the learner is with a lab, in words. */
export function stateOf({ state, progress }: HomeEntry, language: Language): string {
  if (state === 'begun' && progress) {
    return say(language, message('screen.home.begun', { done: progress.done, of: progress.steps }));
  }
  return say(language, message(state === 'done' ? 'screen.home.done' : 'screen.home.new'));
}

/** As many rows as there is room for, the selected lab among them. */
function inView(entries: readonly EntryLines[], room: number): readonly Line[] {
  const lines = entries.flatMap((each) => each.lines);
  const before = entries
    .slice(
      0,
      entries.findIndex((each) => each.selected),
    )
    .flatMap((each) => each.lines).length;
  const first = Math.max(0, Math.min(before - Math.floor(room / 2), lines.length - room));
  return lines.slice(first, first + room);
}

function keys(language: Language): Line {
  const items: readonly (readonly [string, BareId])[] = [
    ['Enter', 'screen.key.open'],
    ['↑ ↓', 'screen.key.choose'],
    ['L', 'screen.key.language'],
    ['q', 'screen.key.quit'],
  ];
  return items.flatMap(([key, label], index) => [
    span(`${index > 0 ? '   ' : ''}${key}`, 'key'),
    span(` ${say(language, message(label))}`, 'muted'),
  ]);
}
