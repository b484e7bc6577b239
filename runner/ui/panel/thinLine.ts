import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import { type Line, span } from '../text/line.ts';
import { widthOf, widthOfLine } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { stepHeading } from './headLines.ts';
import { liveLines } from './live.ts';
import type { View } from './view.ts';

/** All that is left of the panel while the shell has the window: the step, what was noticed last, and the way back. */
export function thinLine(view: View, columns: number): Line {
  const words = (id: 'screen.key.toPanel' | 'screen.key.unzoom') => say(view.language, message(id));
  const way: Line = [
    span('Ctrl-]', 'key'),
    span(` ${words('screen.key.toPanel')}  `, 'muted'),
    span('Ctrl-] z', 'key'),
    span(` ${words('screen.key.unzoom')}`, 'muted'),
  ];
  const room = columns - widthOfLine(way) - 2;
  const heading = stepHeading(view, columns)[0];
  const live = liveLines(view, columns, { folded: true })[0] ?? [];
  const told = cut(heading ? [...heading, span('  '), ...live] : live, room);
  return [...told, span(' '.repeat(columns - widthOfLine(told) - widthOfLine(way))), ...way];
}

/** Its beginning, with a mark where it goes on. */
function cut(line: Line, columns: number): Line {
  if (widthOfLine(line) <= columns) return line;
  const [first = []] = wrap(line, columns - widthOf('…'));
  return [...first, span('…', 'muted')];
}
