import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lab } from '../lab.ts';
import type { Source } from '../source.ts';
import type { PanelRoom, Rule } from './rule.ts';

function long(lab: Lab, source: Source, keyed: boolean, room: PanelRoom): readonly Diagnostic[] {
  return lab.steps.flatMap((step, at) => {
    const texts = [step.text, ...step.questions.map(({ ask }) => ask)].filter((text) => text !== '');
    const actual = texts.reduce((sum, text) => sum + room.lines(text), 0);
    if (actual <= room.rows) return [];
    const words = message('lint.long-text', { step: step.id, actual, limit: room.rows });
    const key = step.text === '' ? 'ask' : 'text';
    return [source.diagnose('long-text', ['steps', keyed ? step.id : at, key], words, { part: 'key' })];
  });
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
