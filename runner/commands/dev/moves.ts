import type { Step } from '../../lab/lab.ts';
import { solvedAsShown } from '../../prove/phases/solved.ts';
import { timeoutOf } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { say } from '../../words/say.ts';
import type { Desk } from './desk.ts';
import { bad, good, note } from './state.ts';
import { type Trial, textOf, tryOut } from './trials.ts';

/** Brings the author to a step as if they had solved those before it: forward on this machine, else on a new one. */
export async function goTo(desk: Desk, index: number): Promise<void> {
  const { current } = desk.session.state();
  if (index === current) return openAgain(desk);
  if (index < current) await desk.replaceMachine();
  await forward(desk, index);
}

/** A new machine, made as the lab now says, brought to the step that is open. */
export async function startOver(desk: Desk): Promise<void> {
  const id = desk.openStep()?.id;
  await desk.replaceMachine();
  const index = desk.labs.en.steps.findIndex((each) => each.id === id);
  await forward(desk, Math.max(0, index));
}

/** Opens the step again as if nothing had been done since it was opened the first time. */
export async function openAgain(desk: Desk): Promise<void> {
  const step = desk.openStep();
  if (!step) return desk.say(note(message('dev.over')));
  const index = desk.session.state().current;
  desk.doing(message('dev.restoring'));
  if (await desk.putBack(step)) return desk.say(good(message('dev.restored')));
  await desk.replaceMachine();
  if (await forward(desk, index)) desk.set({ said: [note(message('dev.not-restored'))] });
}

/** Types something that the step declares, and tells whether it earns what it should. */
export async function tryTrial(desk: Desk, step: Step, trial: Trial): Promise<void> {
  const what = textOf(trial).trim().replaceAll('\n', ' ⏎ ');
  desk.doing(message('dev.trying', { what }));
  const { result, findings } = await desk.inEnglish(() => tryOut(desk.bench, step, trial, desk.tools));
  if (result.outcome !== 'ok') return desk.say(bad(result.because, 'mismatch' in result ? result.mismatch : undefined));
  if (trial.kind !== 'mistake') return desk.say(good(message('dev.passes', { what })));
  const { expect: expected, undo } = trial.mistake;
  if (undo === undefined) return desk.say(good(message('dev.earns', { what, expected })));
  // Undone, it is not on the screen any more what the learner reads.
  const said = findings.map(({ because }) => say('en', because)).find((each) => each.includes(expected));
  desk.say(good(message('dev.earns-undone', { what, said: said ?? expected })));
}

/** Solves every step before this one. Resolves with whether that worked. */
async function forward(desk: Desk, index: number): Promise<boolean> {
  const { steps } = desk.labs.en;
  const { current } = desk.session.state();
  const target = steps[index];
  if (!target) return false;
  for (const [done, step] of steps.slice(current, index).entries()) {
    desk.doing(message('dev.going', { step: target.title, done, of: index - current, now: step.title }));
    await solvedAsShown(desk.bench, step, desk.tools);
    if (desk.session.state().current > steps.indexOf(step)) continue;
    desk.say(bad(message('prove.not-solved', { step: step.id, seconds: timeoutOf(step, desk.tools) / 1000 })));
    return false;
  }
  desk.say(good(index === 0 ? message('dev.at-start') : message('dev.arrived', { step: target.title })));
  return true;
}
