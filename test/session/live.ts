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

type Sleeping = {
  /** Parameters of the check besides the image and the arguments: `as: web`. */
  readonly check?: string;
  /** What the step asks, and the steps after it: whole lines of YAML. */
  readonly asked?: string;
  readonly later?: string;
};

/** A lab whose first step, `run`, is passed by a container that sleeps. */
export const sleepingLab = (id: string, { check = '', asked = '', later = '' }: Sleeping = {}): Lab =>
  labFrom(`
format: 1
id: ${id}
title: Sleeping
minutes: 1
needs: { docker: {} }
images: [linux]
steps:
  - id: run
    title: Run
    text: Run it.
    checks:
      - docker/container: { ${['image: linux', 'args: sleep 300', check].filter(Boolean).join(', ')} }
${asked}    solution: docker run -d --name web linux sleep 300
${later}`);

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
