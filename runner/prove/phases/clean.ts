import type { Bench, Tools } from '../../typist/bench.ts';
import { message } from '../../words/message.ts';
import { nothing, type Tried } from '../record.ts';

/** Removes the machine; the engine that it ran on is then as it was before: no container, volume or network is left, nor a namespace in its cluster. */
export async function clean(bench: Bench, { traces }: Tools): Promise<Tried> {
  const trail = await traces.trail(bench.machine.id);
  await bench.remove();
  const left = await traces.of(bench.session, trail);
  if (left.length === 0) return { ...nothing, result: { outcome: 'ok' } };
  const because = message('prove.left', { what: left.join(', ') });
  return { ...nothing, result: { outcome: 'errored', because, blame: 'seatrial' } };
}
