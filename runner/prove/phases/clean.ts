import type { Harness, Tools } from '../../typist/harness.ts';
import { message } from '../../words/message.ts';
import { nothing, type TrialResult } from '../record.ts';

/** Removes the machine; the engine that it ran on is then as it was before: no container, volume or network is left, nor a namespace in its cluster. */
export async function clean(harness: Harness, { traces }: Tools): Promise<TrialResult> {
  const trail = await traces.trail(harness.machine.id);
  await harness.remove();
  const left = await traces.of(harness.session, trail);
  if (left.length === 0) return { ...nothing, result: { outcome: 'ok' } };
  const because = message('prove.left', { what: left.join(', ') });
  return { ...nothing, result: { outcome: 'errored', because, blame: 'seatrial' } };
}
