import { message } from '../../words/message.ts';
import type { AuthorSession } from './authorSession.ts';
import { changeOf, revised } from './change.ts';
import { timeOf } from './lines.ts';
import { startOver } from './moves.ts';
import { note } from './state.ts';

/** Takes over what was saved, as far as it is a lab; machine and position stay wherever they can. */
export async function readAgain(author: AuthorSession): Promise<void> {
  const { lab, diagnostics } = author.read();
  if (!lab) return author.set({ broken: diagnostics });
  const before = author.labs;
  const change = changeOf([before.en, before.ja], [lab.en, lab.ja]);
  const { current, steps } = author.session.state();
  author.takeLab(lab);
  author.set({ broken: [], stale: changeOf([author.madeFor], [lab.en]).machine });
  if (!change.anything) return;
  const ids = lab.en.steps.map(({ id }) => id);
  if (change.reopens) await author.reopenSession(change.judged, (past) => revised(past, change, ids));
  // What is as it was made cannot be made so once more: another machine is prepared anew.
  const isOther =
    change.prepared.lab ||
    change.prepared.steps.some((id) => before.en.steps.findIndex((each) => each.id === id) <= current);
  if (isOther) await startOver(author);
  const time = timeOf(author.tools.clock.now());
  author.say(note(message('dev.reread', { time, steps: change.steps.join(', ') })));
  const behind = steps.slice(0, current).map(({ id }) => id);
  const passed = change.judged.filter((id) => behind.includes(id));
  if (passed.length > 0) author.say(note(message('dev.behind', { steps: passed.join(', ') })));
}
