import { fateOf } from '../session/fate.ts';
import type { Harness } from '../typist/harness.ts';
import { message } from '../words/message.ts';
import { WorldError } from '../world/world.ts';
import type { Finding, Outcome } from './event.ts';

/** How long it may take until the session says that a process is gone, in ms. */
const patience = 2_000;

/** What a passed step asked for, and what ended by itself: as a failure, and why. */
export type Fallen = { readonly result: Outcome; readonly finding: Finding };

/**
Whether a step that had passed is open again. Nobody waits here for 3 s: what is gone already is waited for, and what goes later is
found by the next one who asks.
*/
export async function fallen(harness: Harness): Promise<Fallen | undefined> {
  const { session, until } = harness.watched();
  if (await isAnyGone(harness)) await until(() => session.state().watching.length === 0, patience);
  const step = session.state().steps.find((each) => each.reopened !== undefined);
  if (!step?.reopened) return undefined;
  return {
    result: { outcome: 'failed', because: message('prove.reopened', { step: step.id }) },
    finding: { by: step.id, status: 'pending', because: step.reopened.because },
  };
}

async function isAnyGone({ machine, watched }: Harness): Promise<boolean> {
  const watching = watched()
    .session.state()
    .watching.flatMap(({ alive, since }) => alive.map((each) => ({ each, since })));
  try {
    const fates = await Promise.all(watching.map(({ each, since }) => fateOf(each, since, machine.world)));
    return fates.some(({ is }) => is !== 'alive');
  } catch (error) {
    if (error instanceof WorldError) return false;
    throw error;
  }
}

/** Resolves once nothing that passed has to be watched any more. */
export const stood = ({ watched }: Harness, limit: number): Promise<boolean> =>
  watched().until(({ state }) => state.watching.length === 0, limit);
