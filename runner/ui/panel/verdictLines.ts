import type { Verdict } from '../../verdict/verdict.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { clean } from '../text/clean.ts';
import { type Line, span, type Tone } from '../text/line.ts';
import { hang, inline } from '../text/markdown.ts';
import { padEnd, widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';

const blames = {
  machine: message('screen.blame.machine'),
  lab: message('screen.blame.lab'),
  seatrial: message('screen.blame.seatrial'),
};

/** One verdict in words: what is so, what was expected and what is there, and what to do next. */
export function verdictLines(verdict: Verdict, language: Language, columns: number): readonly Line[] {
  const words = say(language, verdict.because);
  switch (verdict.status) {
    case 'passed':
      return marked('✔', 'good', words, columns);
    case 'errored':
      return [
        ...marked('!', 'warn', `**${say(language, message('screen.cannotTell'))}**: ${words}`, columns),
        ...indented(say(language, blames[verdict.blame]), columns, 'muted'),
      ];
    case 'pending': {
      if (!verdict.attempt) return marked('○', 'muted', words, columns, 'muted');
      return [
        ...marked('✘', 'bad', words, columns),
        ...(verdict.mismatch ? comparison(verdict.mismatch, language, columns) : []),
        ...(verdict.hint ? marked('→', 'accent', say(language, verdict.hint), columns) : []),
      ];
    }
  }
}

function comparison(
  mismatch: { expected: string; actual: string },
  language: Language,
  columns: number,
): readonly Line[] {
  const labels = [say(language, message('screen.expected')), say(language, message('screen.actual'))];
  const width = Math.max(...labels.map(widthOf)) + 2;
  return [mismatch.expected, mismatch.actual].flatMap((value, index) => {
    const lines = wrap([span(clean(value), index === 0 ? 'good' : 'bad')], columns - 2 - width);
    return hang(lines, `  ${padEnd(labels[index] ?? '', width)}`, ' '.repeat(width + 2));
  });
}

/** A sentence behind a mark. */
export const marked = (mark: string, tone: Tone, words: string, columns: number, wordsTone: Tone = 'plain') =>
  hang(wrap(inline(words, wordsTone), columns - 2), `${mark} `, '  ', tone);

const indented = (words: string, columns: number, tone: Tone) =>
  hang(wrap(inline(words, tone), columns - 2), '  ', '  ');
