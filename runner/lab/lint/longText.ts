import stringWidth from 'string-width';
import { message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lab } from '../lab.ts';
import type { Source } from '../source.ts';
import type { Rule } from './rule.ts';

/** What a step's text may take of a terminal of 80×24, whose lower half is the shell. */
const columns = 76;
const rows = 10;

const height = (text: string): number =>
  text
    .split(/\n{2,}/)
    .map((paragraph) =>
      /^\s*(?:[-*]|\d+\.|```)/m.test(paragraph)
        ? paragraph.split('\n').reduce((sum, line) => sum + lines(line), 0)
        : lines(paragraph.replace(/\n/g, ' ')),
    )
    .reduce((sum, each) => sum + each + 1, -1);

const lines = (text: string) => Math.max(1, Math.ceil(stringWidth(text.replace(/\*\*|`/g, '')) / columns));

function long(lab: Lab, source: Source, keyed: boolean): readonly Diagnostic[] {
  return lab.steps.flatMap((step, at) => {
    const actual = height(step.text);
    if (step.text === '' || actual <= rows) return [];
    const words = message('lint.long-text', { step: step.id, actual, limit: rows });
    return [source.diagnose('long-text', ['steps', keyed ? step.id : at, 'text'], words, { part: 'key' })];
  });
}

/** A text that has to be scrolled while the shell is looked at. */
export const longText: Rule = {
  id: 'long-text',
  about: message('lint.long-text.about', { columns, rows }),
  look: ({ lab, source, translation }) => [
    ...long(lab, source, false),
    ...(translation ? long(translation.lab, translation.source, true) : []),
  ],
};
