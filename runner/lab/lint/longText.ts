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

/** More lines than this no text takes, however its words fall; any number where it is more than plain paragraphs. */
function atMost(text: string, columns: number): number {
  if (/^\s*(?:[-*+>#|]|\d+[.)]|```)/m.test(text)) return Number.POSITIVE_INFINITY;
  return text.split(/\n{2,}/).reduce((sum, paragraph) => {
    const isLatin = /^[\x20-\x7e\n]*$/.test(paragraph);
    const longest = Math.max(...paragraph.split(/\s+/).map((word) => word.length));
    const lost = isLatin ? longest : columns / 2;
    const width = isLatin ? paragraph.length : paragraph.length * 2;
    return sum + (lost < columns ? Math.ceil(width / (columns - lost)) : Number.POSITIVE_INFINITY);
  }, 0);
}

/** A text that has to be scrolled while the shell is looked at. */
export const longText: Rule = {
  id: 'long-text',
  about: message('lint.long-text.about'),
  look: ({ lab, source, translation }, room) => [
    ...long(lab, source, false, room),
    ...(translation ? long(translation.lab, translation.source, true, room) : []),
  ],
};
