import { checks } from '../../checks/index.ts';
import type { Lab } from '../../runner/lab/lab.ts';
import { parseLab } from '../../runner/lab/parse.ts';
import { openSession } from '../../runner/session/engine.ts';
import type { SessionEvent } from '../../runner/session/event.ts';
import { systemClock } from '../../runner/verdict/clock.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';

const byName = new Map(checks.map((check) => [check.name, check]));

/** A lab from its YAML. */
export function labFrom(text: string): Lab {
  const { lab } = parseLab(text, 'lab.yaml', { checks: byName, images: ['linux'] });
  if (!lab) throw new Error('The lab of this test is wrong.');
  return lab;
}

/** A session of a lab on a machine, all that happens in it, and the way to wait for that. */
export function openLive(
  lab: Lab,
  machine: Machine,
  history: readonly SessionEvent[] = [],
  load: Machine['load'] = (images) => machine.load(images),
) {
  const events: SessionEvent[] = [];
  const session = openSession({
    id: lab.id,
    lab: () => lab,
    world: machine.world,
    checks: byName,
    clock: systemClock,
    history,
    append: (event) => events.push(event),
    load,
    onFault: (error) => {
      throw error;
    },
  });
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const stop = session.subscribe(() => {
        if (!holds()) return;
        stop();
        resolve();
      });
      if (holds()) resolve();
    });
  return { session, events, until };
}
