import { expect, test } from 'vitest';
import { say } from '../../runner/words/say.ts';
import { WorldError } from '../../runner/world/world.ts';
import { fakeLab, openFake } from './fake/session.ts';

const step = (id: string, line: string, asked = '') => `
  - id: ${id}
    title: ${id}
    text: Run it.
    checks:
      - docker/runs: { line: ${line}, as: ${id} }
${asked}    solution: docker run -d linux ${line}
`;
const look = `
  - id: look
    title: Look
    text: Look.
    checks:
      - docker/ran: { in: "\${one}", line: ps }
      - docker/ran: { in: "\${one}", line: ls }
    solution: docker exec one ps
`;
const lab = fakeLab(step('one', 'sleep 1') + step('two', 'sleep 2') + look);

type Fake = Awaited<ReturnType<typeof openFake>>;
const reasons = ({ of }: Fake) => of('step.reopened').map(({ because }) => say('en', because));

test('what ends by itself within 3 s opens its step again, and says why', async () => {
  const fake = await openFake(lab);
  const { learner, turn, open, statuses, session } = fake;
  learner.run('one', 'sleep 1');
  await turn(1);
  expect(open()).toBe('two');
  learner.run('two', 'sleep 2');
  await turn(1);
  learner.exec('one', 'ps');
  await turn(300);
  learner.ends('one', 0);
  await turn(300);
  expect(reasons(fake)).toEqual([expect.stringContaining('`one` ended by itself with exit code 0, right after')]);
  expect(open()).toBe('one');
  expect(statuses()).toEqual(['open', 'solved', 'ahead']);

  // What has passed too soon is believed the second time once it has lived on; what was done later stays done.
  learner.run('again', 'sleep 1');
  await turn(2_900);
  expect(open()).toBe('one');
  await turn(200);
  expect(open()).toBe('look');
  expect(session.state().steps[2]?.verdicts[0]?.status).toBe('passed');
  learner.exec('again', 'ls');
  await turn(1);
  expect(session.state()).toMatchObject({ finished: true, steps: [{ status: 'solved', attempts: 1 }, {}, {}] });
  expect(session.state().steps[0]).not.toHaveProperty('reopened');
});

test.each<[string, (fake: Fake) => void]>([
  ['is stopped', ({ learner }) => learner.stop('one')],
  ['is removed', ({ learner }) => learner.remove('one')],
  ['is killed', ({ learner }) => learner.ends('one', 137)],
  [
    'is restarted',
    ({ learner }) => {
      learner.call('POST', '/containers/one/restart');
      learner.restarts('one', 0);
    },
  ],
  ['ends later', ({ learner, clock }) => void clock.after(3_001, () => learner.ends('one', 0))],
])('a container that %s leaves its step done', async (_, happens) => {
  const fake = await openFake(lab);
  fake.learner.run('one', 'sleep 1');
  await fake.turn(100);
  happens({ ...fake });
  await fake.turn(10_000);
  expect(reasons(fake)).toEqual([]);
  expect(fake.open()).toBe('two');
});

test('a crash loop never passes for good', async () => {
  const fake = await openFake(lab);
  const { learner, turn, open } = fake;
  learner.run('one', 'sleep 1');
  for (let times = 0; times < 20; times += 1) {
    await turn(700);
    learner.restarts('one', 1);
  }
  await turn(300);
  expect(open()).toBe('one');
  expect(reasons(fake)).toEqual([expect.stringContaining('the engine started it again')]);
});

test('a lab is finished once what its last step asked for has lived on', async () => {
  const short = fakeLab(step('one', 'sleep 1'));
  const fake = await openFake(short);
  const { learner, turn, session, open, send } = fake;
  learner.run('one', 'sleep 1');
  await turn(1_000);
  await send('recheck');
  expect(session.state()).toMatchObject({ finished: false, steps: [{ status: 'solved' }] });
  learner.ends('one', 0);
  await turn(3_000);
  expect(open()).toBe('one');
  learner.run('two', 'sleep 1');
  await turn(3_100);
  expect(session.state().finished).toBe(true);
});

test('another one that fits takes the place of the one that ended', async () => {
  const fake = await openFake(lab);
  const { learner, turn, session } = fake;
  const other = learner.run('other', 'sleep 1');
  await turn(1);
  learner.run('one', 'sleep 1');
  await turn(1);
  const first = learner.run('newest', 'sleep 1');
  await turn(1);
  expect([other, first]).toHaveLength(2);
  learner.ends('other', 0);
  await turn(5_000);
  expect(reasons(fake)).toEqual([]);
  expect(session.state().facts.one).toMatchObject({ id: first.id });
});

test("what ended while the engine could not be asked is nobody's fault", async () => {
  const fake = await openFake(lab);
  const { learner, turn, things, wake, clock } = fake;
  learner.run('one', 'sleep 1');
  await turn(100);
  things.down = new WorldError({ id: 'world.engine-hangs', values: {} });
  learner.ends('one', 0);
  await turn(5_000);
  expect(fake.session.state().trouble?.id).toBe('world.engine-hangs');
  things.down = undefined;
  wake({ topic: 'reconnected', at: clock.now() });
  await turn(1_000);
  expect(reasons(fake)).toEqual([]);
});

test('a session that goes on from its journal goes on watching, and its state is the same', async () => {
  const first = await openFake(lab);
  first.learner.run('one', 'sleep 1');
  await first.turn(500);
  await first.session.close();
  first.learner.ends('one', 0);
  const second = await openFake(lab, first.machine, first.events);
  await second.turn(2_800);
  expect(reasons(second)).toHaveLength(1);
  expect(second.open()).toBe('one');
  await second.session.close();
  const third = await openFake(lab, first.machine, [...first.events, ...second.events]);
  expect(third.session.state()).toEqual(second.session.state());
});

test('the process of a check that has passed is watched while its step is still open', async () => {
  const asked = '    ask: Which letter?\n    answer: a\n';
  const fake = await openFake(fakeLab(step('one', 'sleep 1', asked) + step('two', 'sleep 2')));
  const { learner, turn, answer, open } = fake;
  learner.run('one', 'sleep 1');
  await turn(100);
  learner.ends('one', 0);
  await turn(100);
  await answer('a');
  expect(open()).toBe('one');
  learner.run('again', 'sleep 1');
  await turn(100);
  expect(open()).toBe('two');
  expect(reasons(fake)).toEqual([]);
});

test('an engine that is slow to be found away leaves the session time to rest, whatever is to be watched', async () => {
  const { learner, turn, open, things, session } = await openFake(lab);
  learner.run('one', 'sleep 1');
  await turn(1);
  learner.run('two', 'sleep 2');
  await turn(1);
  expect(open()).toBe('look');
  Object.assign(things, { down: new WorldError({ id: 'world.engine-hangs', values: {} }), slow: 3_000 });
  await turn(10_000);
  let hasRested = false;
  session.settled().then(() => {
    hasRested = true;
  });
  for (let passed = 0; passed < 30; passed += 1) await turn(1_000);
  expect(hasRested).toBe(true);
});
