import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lab } from '../lab.ts';
import type { Source } from '../source.ts';
import type { PanelRoom, Rule } from './rule.ts';

function long(lab: Lab, source: Source, keyed: boolean, room: PanelRoom): readonly Diagnostic[] {
  return lab.steps.flatMap((step, at) => {
    const texts = [step.text, ...step.questions.map(({ ask }) => ask)].filter((text) => text !== '');
    // Most texts are short beyond doubt; the others are laid out as the panel does.
    const most = texts.reduce((sum, text) => sum + atMost(text, room.columns), 0);
    const actual = most <= room.rows ? most : texts.reduce((sum, text) => sum + room.lines(text), 0);
    if (actual <= room.rows) return [];
    const words = message('lint.long-text', { step: step.id, actual, limit: room.rows });
    const key = step.text === '' ? 'ask' : 'text';
    return [source.diagnose('long-text', ['steps', keyed ? step.id : at, key], words, { part: 'key' })];
  });
}

/** More lines than this no text takes, however its words fall. What is more than plain paragraphs keeps its own lines at most. */
function atMost(text: string, columns: number): number {
  const isPlain = !/^\s*(?:[-*+>#|]|\d+[.)]|```)/m.test(text);
  // What a list, a quotation or a table stands behind.
  const room = isPlain ? columns : columns - margin;
  return text
    .split(isPlain ? /\n{2,}/ : /\n/)
    .filter((part) => part.trim() !== '')
    .reduce((sum, part) => {
      const lost = longestRun(part);
      return sum + (lost < room ? Math.ceil(widthOf(part) / (room - lost)) : Number.POSITIVE_INFINITY);
    }, 0);
}

const margin = 6;

/** The most columns that can be left at a line's end: a word stays whole, and so does one in katakana with what may not begin a line. */
const longestRun = (text: string): number =>
  Math.max(4, ...(text.match(/[\u30a0-\u30ff]+|[\x21-\x7e]+/g) ?? []).map((run) => widthOf(run) + 4));

/** At least as many columns as the text takes. */
const widthOf = (text: string): number => (/^[\x00-\x7f]*$/.test(text) ? text.length : text.length * 2);

/** A text that has to be scrolled while the shell is looked at. */
export const longText: Rule = {
  id: 'long-text',
  about: message('lint.long-text.about'),
  look: ({ lab, source, translation }, room) => [
    ...long(lab, source, false, room),
    ...(translation ? long(translation.lab, translation.source, true, room) : []),
  ],
};
