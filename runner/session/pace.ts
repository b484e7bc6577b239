import type { AnyCheck } from '../verdict/defineCheck.ts';
import type { Topic } from '../world/wake.ts';
import { concerns, everything } from '../world/wake.ts';
import type { Core } from './core.ts';

/** How long after a look what it has brought about may yet be told, in ms. */
const late = 100;

/** How often what costs much may be looked at, and what of it is an echo of its own looks. By the check's index. */
export function paceOf({ clock }: Pick<Core, 'clock'>) {
  const begun = new Map<number, number>();
  const ended = new Map<number, number>();
  const waiting = new Map<number, () => void>();

  return {
    began: (index: number) => {
      begun.set(index, clock.now());
      ended.delete(index);
    },
    ended: (index: number) => ended.set(index, clock.now()),
    /** Whether this wake tells of nothing but the check's own looking. */
    isEcho(index: number, { echoes = [] }: Pick<AnyCheck, 'echoes'>, topic: Topic): boolean {
      if (everything.includes(topic) || !concerns(echoes, topic) || !begun.has(index)) return false;
      const end = ended.get(index);
      return end === undefined || clock.now() - end < late;
    },
    /** How long it must rest yet, in ms, before an event wakes it. */
    rest(index: number, { costly = false }: Pick<AnyCheck, 'costly'>, topic: Topic): number {
      const [start, end] = [begun.get(index), ended.get(index)];
      // What looks at everything is asked for by somebody who waits for it.
      if (!costly || !topic.includes('.') || topic === 'step.opened' || start === undefined || end === undefined)
        return 0;
      return Math.max(0, end + 2 * (end - start) - clock.now());
    },
    later(index: number, delay: number, look: () => void): void {
      waiting.get(index)?.();
      waiting.set(index, clock.after(delay, look));
    },
    close: () => {
      for (const cancel of waiting.values()) cancel();
    },
  };
}
