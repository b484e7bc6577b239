import type { Step } from '../../lab/lab.ts';
import { solvedAsShown } from '../../prove/phases/solved.ts';
import { timeoutOf } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { AuthorSession } from './authorSession.ts';
import { type DeclaredWay, textOf, tryOut } from './declaredWays.ts';
import { bad, good, note } from './state.ts';

/** Brings the author to a step as if they had solved those before it: forward on this machine, else on a new one. */
export async function goTo(author: AuthorSession, index: number): Promise<void> {
  const { current } = author.session.state();
  if (index === current) return openAgain(author);
  if (index < current) await author.replaceMachine();
  await forward(author, index);
}

/** A new machine, made as the lab now says, brought to the step that is open. */
export async function startOver(author: AuthorSession): Promise<void> {
  const id = author.openStep()?.id;
  await author.replaceMachine();
  const index = author.labs.en.steps.findIndex((each) => each.id === id);
  await forward(author, Math.max(0, index));
}

/** Opens the step again as if nothing had been done since it was opened the first time. */
export async function openAgain(author: AuthorSession): Promise<void> {
  const step = author.openStep();
  if (!step) return author.say(note(message('dev.over')));
  const index = author.session.state().current;
  author.doing(message('dev.restoring'));
  if (await author.putBack(step)) return author.say(good(message('dev.restored')));
  await author.replaceMachine();
  if (await forward(author, index)) author.set({ said: [note(message('dev.not-restored'))] });
}

/** Types something that the step declares, and tells whether it earns what it should. */
export async function tryWay(author: AuthorSession, step: Step, way: DeclaredWay): Promise<void> {
  const what = textOf(way).trim().replaceAll('\n', ' ⏎ ');
  author.doing(message('dev.trying', { what }));
  const { result, findings } = await author.inEnglish(() => tryOut(author.harness, step, way, author.tools));
  if (result.outcome !== 'ok')
    return author.say(bad(result.because, 'mismatch' in result ? result.mismatch : undefined));
  if (way.kind !== 'mistake') return author.say(good(message('dev.passes', { what })));
  const { expect: expected, undo } = way.mistake;
  if (undo === undefined) return author.say(good(message('dev.earns', { what, expected })));
  // Undone, it is not on the screen any more what the learner reads.
  const said = findings.map(({ because }) => say('en', because)).find((each) => each.includes(expected));
  author.say(good(message('dev.earns-undone', { what, said: said ?? expected })));
}

/** Solves every step before this one. Resolves with whether that worked. */
async function forward(author: AuthorSession, index: number): Promise<boolean> {
  const { steps } = author.labs.en;
  const { current } = author.session.state();
  const target = steps[index];
  if (!target) return false;
  for (const [done, step] of steps.slice(current, index).entries()) {
    author.doing(message('dev.going', { step: target.title, done, of: index - current, now: step.title }));
    await solvedAsShown(author.harness, step, author.tools);
    if (author.session.state().current > steps.indexOf(step)) continue;
    author.say(bad(message('prove.not-solved', { step: step.id, seconds: timeoutOf(step, author.tools) / 1000 })));
    return false;
  }
  author.say(good(index === 0 ? message('dev.at-start') : message('dev.arrived', { step: target.title })));
  return true;
}
