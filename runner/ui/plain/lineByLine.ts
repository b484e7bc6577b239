import type { LabIn } from '../../lab/lab.ts';
import type { Session } from '../../session/session.ts';
import type { Language } from '../../words/message.ts';
import { afterEvent, firstView } from '../panel/view.ts';
import type { Line } from '../text/line.ts';
import { isNews } from './isNews.ts';
import { fitting } from './plainText.ts';
import { tell, welcome } from './plainWords.ts';

type Telling = {
  readonly labs: LabIn;
  readonly language: Language;
  readonly session: Pick<Session, 'state' | 'subscribe'>;
  /** Takes one or more lines, without the last line's end. */
  readonly write: (text: string) => void;
};

const columns = 100;

/** Tells what happens in a session to a log: the plain form's words, without a shell between them. Returns the way to stop. */
export function lineByLine({ labs, language, session, write }: Telling): () => void {
  let view = firstView(labs, language, session.state());
  const put = (lay: (columns: number) => readonly Line[]) => {
    const lines = fitting(lay, columns);
    if (lines.length > 0) write(lines.join('\n'));
  };
  put((width) => welcome(view, width));
  return session.subscribe((event, state) => {
    const before = view.session;
    view = afterEvent(view, event, state);
    if (isNews(event, before, view)) put((width) => tell(event, view, width));
  });
}
