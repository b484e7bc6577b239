import { expect, test } from 'vitest';
import { fakeLab, fakeMachine, openFake } from './fake/session.ts';

const lab = fakeLab(`  - id: look
    title: Look
    text: Look.
    checks:
      - run: docker exec web ls /
    solution: "true"
`);

/** A machine whose script looks at it, and counts how often. */
function counting() {
  const machine = fakeMachine();
  let looks = 0;
  machine.things.script = () => {
    looks += 1;
    return { exitCode: 1, output: '', said: { because: 'There is nothing.' } };
  };
  return { machine, looks: () => looks };
}

test('what a script’s own exec brings about does not wake it again', async () => {
  const { machine, looks } = counting();
  const { wake, turn } = await openFake(lab, machine);
  await turn(200);
  const before = looks();
  machine.things.script = ((own) => (run, env) => {
    wake({ topic: 'program', at: machine.clock.now() });
    wake({ topic: 'docker.exec.start', at: machine.clock.now() });
    return own(run, env);
  })(machine.things.script);
  wake({ topic: 'docker.container.start', at: machine.clock.now() });
  await turn(2000);
  // Once at once, and twice while it settles.
  expect(looks() - before).toBe(3);
});

test('what somebody else brings about later does', async () => {
  const { machine, looks } = counting();
  const { wake, turn } = await openFake(lab, machine);
  await turn(2000);
  const before = looks();
  wake({ topic: 'program', at: machine.clock.now() });
  await turn(2000);
  expect(looks() - before).toBe(3);
});

test('a miss is told of though wake follows wake', async () => {
  const { machine } = counting();
  const { wake, turn, says } = await openFake(lab, machine);
  for (let count = 0; count < 20; count += 1) {
    wake({ topic: 'docker.api', at: machine.clock.now() });
    await turn(50);
  }
  expect(says()).toEqual(['There is nothing.']);
});

test('an engine that comes back while a script looks makes it look again', async () => {
  const machine = fakeMachine();
  // Twice it goes, and what is away looks like what is absent; the third time it is there all along.
  machine.things.script = () => {
    if (machine.things.times === 3) return { exitCode: 1, output: 'There is one.' };
    machine.things.times += 1;
    return { exitCode: 0, output: '' };
  };
  const { turn, says, statuses } = await openFake(lab, machine);
  await turn(500);
  expect(says()).toEqual(['There is one.']);
  expect(statuses()).toEqual(['open']);
});
