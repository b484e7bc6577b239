import { expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { openSession } from '../../runner/session/engine.ts';
import type { SessionEvent } from '../../runner/session/event.ts';
import { systemClock } from '../../runner/verdict/clock.ts';
import { openMachine } from '../helpers/machine.ts';
import { labFrom } from './live.ts';

const text = `
format: 1
id: later
title: Later
minutes: 1
needs: { docker: {} }
images: [linux]
steps:
  - id: look
    title: Look
    text: Look.
    checks:
      - docker/did: { list: containers }
    solution: docker ps
`;

const byName = new Map(checks.map((check) => [check.name, check]));

test.each([
  [3_600_000, { status: 'errored', blame: 'machine', because: { id: 'world.clock-back' } }],
  [-3_600_000, { status: 'pending', because: { id: 'listed.none' } }],
])('a step that was opened %i ms from now, by the clock of the machine', async (ahead, expected) => {
  const lab = labFrom(text);
  await using machine = await openMachine();
  const now = await machine.world.now();
  const verdict = Promise.withResolvers<unknown>();
  const history: readonly SessionEvent[] = [
    { type: 'session.opened', at: now, session: 'later', lab: 'later', digest: lab.digest },
    { type: 'step.opened', at: now, step: 'look', since: now + ahead },
  ];
  const session = openSession({
    ...{ id: 'later', lab: () => lab, world: machine.world, checks: byName, clock: systemClock, history },
    append: (event) => event.type === 'check.judged' && verdict.resolve(event.verdict),
    load: async () => undefined,
    onFault: verdict.reject,
  });
  expect(await verdict.promise).toMatchObject(expected);
  await session.close();
});
