import type { Diagnostic } from '../../lab/diagnostic.ts';
import { marked } from '../../ui/panel/verdictLines.ts';
import { clean } from '../../ui/text/clean.ts';
import { type Line, span, type Tone } from '../../ui/text/line.ts';
import { hang } from '../../ui/text/markdown.ts';
import { widthOf } from '../../ui/text/width.ts';
import { wrap } from '../../ui/text/wrap.ts';
import { type Language, type Message, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';

/** A message behind a mark. */
export const sentence = (mark: string, tone: Tone, words: Message, language: Language, columns: number) =>
  marked(mark, tone, say(language, words), columns);

/** A text on one line, cut where there is no more room. */
export function cut(text: string, columns: number): string {
  const flat = clean(text).replace(/\s*\n\s*/g, ' ⏎ ');
  if (widthOf(flat) <= columns) return flat;
  let kept = '';
  for (const each of flat) {
    if (widthOf(kept + each) > columns - 1) break;
    kept += each;
  }
  return `${kept}…`;
}

/** Hour to millisecond, by this computer's clock and zone. */
export function timeOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** What is wrong with a lab's files: place and code, sentence, the line with what is meant underlined, as far as there is room. */
export function diagnosticLines(diagnostic: Diagnostic, language: Language, columns: number): readonly Line[] {
  const { file, line, column, code, suggestion } = diagnostic;
  const place = `${file.split(/[\\/]/).at(-1)}:${line}:${column}`;
  const meant = suggestion === undefined ? [] : [say(language, message('lab.did-you-mean', { suggestion }))];
  return [
    ...hang(wrap([span(place, 'strong'), span(`  ${code}`, 'muted')], columns - 2), '✘ ', '  ', 'bad'),
    ...hang(wrap([span(say(language, diagnostic.message))], columns - 2), '  ', '  '),
    ...excerptLines(diagnostic, columns - 2).map((each): Line => [span('  '), ...each]),
    ...meant.flatMap((words) => hang(wrap([span(words)], columns - 4), '  → ', '    ', 'accent')),
  ];
}

function excerptLines({ line, column, excerpt }: Diagnostic, columns: number): readonly Line[] {
  if (!excerpt) return [];
  const gutter = `${line} │ `;
  const room = Math.max(10, columns - gutter.length);
  const text = clean(excerpt.text);
  const begin = column - 1;
  // The part around what is meant, where the line is longer than the panel.
  const from = begin + excerpt.length <= room ? 0 : Math.max(0, begin - Math.floor(room / 4));
  const shown = [...text].slice(from);
  while (widthOf(shown.join('')) > room) shown.pop();
  const before = widthOf([...text].slice(from, begin).join(''));
  const carets = Math.max(1, Math.min(excerpt.length, room - before));
  return [
    [span(gutter, 'muted'), span(shown.join(''), 'code')],
    [span(' '.repeat(widthOf(gutter) + before)), span('^'.repeat(carets), 'bad')],
  ];
}
