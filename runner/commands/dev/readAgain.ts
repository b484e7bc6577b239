import { message } from '../../words/message.ts';
import { changeOf, revised } from './change.ts';
import type { Desk } from './desk.ts';
import { timeOf } from './lines.ts';
import { startOver } from './moves.ts';
import { note } from './state.ts';

/** Takes over what was saved, as far as it is a lab; machine and position stay wherever they can. */
export async function readAgain(desk: Desk): Promise<void> {
  const { lab, diagnostics } = desk.read();
  if (!lab) return desk.set({ broken: diagnostics });
  const before = desk.labs;
  const change = changeOf([before.en, before.ja], [lab.en, lab.ja]);
  const { current, steps } = desk.session.state();
  desk.takeLab(lab);
  desk.set({ broken: [], stale: changeOf([desk.madeFor], [lab.en]).machine });
  if (!change.anything) return;
  const ids = lab.en.steps.map(({ id }) => id);
  if (change.reopens) await desk.reopenSession(change.judged, (past) => revised(past, change, ids));
  // What is as it was made cannot be made so once more: another machine is prepared anew.
  const isOther =
    change.prepared.lab ||
    change.prepared.steps.some((id) => before.en.steps.findIndex((each) => each.id === id) <= current);
  if (isOther) await startOver(desk);
  const time = timeOf(desk.tools.clock.now());
  desk.say(note(message('dev.reread', { time, steps: change.steps.join(', ') })));
  const behind = steps.slice(0, current).map(({ id }) => id);
  const passed = change.judged.filter((id) => behind.includes(id));
  if (passed.length > 0) desk.say(note(message('dev.behind', { steps: passed.join(', ') })));
}
