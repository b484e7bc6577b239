import { expect, test } from 'vitest';
import { WorldError } from '../../runner/world/world.ts';
import { fakeLab, fakeMachine, openFake } from './fake/session.ts';

const lab = fakeLab(`
  - id: first
    title: First
    setup: { run: prepare first }
    checks: [{ docker/runs: { line: sleep 1, as: web } }]
    solution: docker run sleep 1
  - id: second
    title: Second
    setup: { run: 'prepare second "$web"' }
    checks: [{ docker/runs: { line: sleep 2 } }]
    solution: docker run sleep 2
`);

/** What was run on a machine that remembers what has been prepared. */
function machineWith(outcome: (run: string) => { readonly exitCode: number; readonly output: string }) {
  const machine = fakeMachine();
  const made = new Set<string>();
  const ran: string[] = [];
  machine.things.script = (run) => {
    const [, path = ''] = /(?:test -e|touch) (\S+)$/.exec(run) ?? [];
    if (run.startsWith('test -e')) return { exitCode: made.has(path) ? 0 : 1, output: '' };
    if (run.includes('touch')) {
      made.add(path);
      return { exitCode: 0, output: '' };
    }
    ran.push(run.replace('set -e; ', ''));
    return outcome(run);
  };
  return { machine, ran };
}

const fine = () => ({ exitCode: 0, output: '' });

test('a step opens once what must be so before is so, and what was done meanwhile is nobody’s', async () => {
  const { machine, ran } = machineWith(fine);
  const { events, learner, open, turn, statuses } = await openFake(lab, machine);
  await turn(10);
  const kinds = events.map(({ type }) => type).filter((type) => type.startsWith('setup') || type === 'step.opened');
  expect(kinds).toEqual(['setup.began', 'setup.ended', 'step.opened']);
  expect(ran).toEqual(['prepare first']);
  learner.run('web', 'sleep 1');
  await turn(10);
  expect(ran).toEqual(['prepare first', 'prepare second "$web"']);
  expect(open()).toBe('second');
  expect(statuses()).toEqual(['solved', 'open']);
});

test('it is done once on a machine, whatever the session has forgotten, and again on another', async () => {
  const { machine, ran } = machineWith(fine);
  const first = await openFake(lab, machine);
  await first.turn(10);
  await first.session.close();
  await openFake(lab, machine, first.events);
  await openFake(lab, machine);
  expect(ran).toEqual(['prepare first']);
  const other = machineWith(fine);
  await openFake(lab, other.machine, first.events.slice(0, 1));
  expect(other.ran).toEqual(['prepare first']);
});

test('where it fails the lab is at fault, with what it said; nothing is judged, and it can be tried again or skipped', async () => {
  let code = 3;
  const { machine, ran } = machineWith(() => ({ exitCode: code, output: 'No such image: nothing\n' }));
  const { session, send, turn, statuses } = await openFake(lab, machine);
  await turn(6_000);
  expect(ran).toEqual(['prepare first']);
  expect(session.state()).toMatchObject({
    troubleOf: 'setup',
    trouble: { id: 'setup.failed', values: { code: 3, output: 'No such image: nothing' } },
  });
  expect(session.state().preparing).toBeUndefined();
  await send('hint');
  expect(statuses()).toEqual(['ahead', 'ahead']);
  await send('recheck');
  expect(ran).toHaveLength(2);
  expect(statuses()).toEqual(['ahead', 'ahead']);
  code = 0;
  await send('recheck');
  expect(statuses()).toEqual(['open', 'ahead']);
  expect(session.state().trouble).toBeUndefined();
});

test('a step that could not be prepared can be skipped', async () => {
  const { machine } = machineWith((run) => ({ exitCode: run.includes('first') ? 1 : 0, output: '' }));
  const { send, session, learner, turn, statuses, events } = await openFake(lab, machine);
  await send('skip');
  await turn(11_000);
  // What is missing is told once, however often it is looked for.
  expect(events.filter(({ type }) => type === 'setup.began')).toHaveLength(1);
  expect(events.filter(({ type }) => type === 'trouble.began')).toHaveLength(2);
  // The second one speaks of what the first one makes.
  expect(statuses()).toEqual(['skipped', 'ahead']);
  expect(session.state()).toMatchObject({ troubleOf: 'facts', trouble: { id: 'fact.skipped' } });
  learner.run('web', 'sleep 1');
  await turn(6_000);
  expect(statuses()).toEqual(['skipped', 'open']);
  expect(session.state().trouble).toBeUndefined();
});

test('where the last step could not be prepared and is skipped, nothing is left to be told of it', async () => {
  const { machine } = machineWith((run) => ({ exitCode: run.includes('second') ? 1 : 0, output: '' }));
  const { send, session, learner, turn, statuses } = await openFake(lab, machine);
  learner.run('web', 'sleep 1');
  await turn(4_000);
  expect(session.state().troubleOf).toBe('setup');
  await send('skip');
  await turn(4_000);
  expect(statuses()).toEqual(['solved', 'skipped']);
  expect(session.state().finished).toBe(true);
  expect(session.state().trouble).toBeUndefined();
});

test('a machine that cannot be asked is no fault of the lab’s, and what could not be done is done once it can', async () => {
  const { machine, ran } = machineWith(fine);
  machine.things.down = new WorldError({ id: 'world.helper-lost', values: {} });
  const { session, turn, statuses } = await openFake(lab, machine);
  await turn(1_000);
  expect(session.state()).toMatchObject({ trouble: { id: 'world.helper-lost' } });
  expect(session.state().troubleOf).toBeUndefined();
  machine.things.down = undefined;
  await turn(6_000);
  expect(ran).toEqual(['prepare first']);
  expect(statuses()).toEqual(['open', 'ahead']);
  expect(session.state().trouble).toBeUndefined();
});
