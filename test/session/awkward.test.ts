import { expect, test } from 'vitest';
import { WorldError } from '../../runner/world/world.ts';
import { fakeLab, openFake } from './fake/session.ts';

const runs = (check = 'line: sleep 1, as: web') => `
  - id: run
    title: Run
    text: Run it.
    checks:
      - docker/runs: { ${check} }
    solution: docker run -d linux sleep 1
`;
const look = (id: string) => `
  - id: ${id}
    title: ${id}
    text: Look.
    checks:
      - docker/ran: { in: "\${web}", line: ps }
    solution: docker exec \${web.name} ps
`;
const hangs = new WorldError({ id: 'world.engine-hangs', values: {} });

test('a step that needs what was skipped says so, and goes on once it is made', async () => {
  const { learner, turn, send, says, statuses } = await openFake(fakeLab(runs() + look('look')));
  await send('skip');
  expect(says()).toEqual([expect.stringContaining('what the step “Run” makes, and that was skipped')]);
  learner.run('web', 'sleep 1');
  await turn(1);
  learner.exec('web', 'ps');
  await turn(1);
  expect(statuses()).toEqual(['skipped', 'solved']);
});

test('a step that is skipped is not watched, and one that was opened again can be skipped', async () => {
  const { learner, turn, send, open, statuses, of } = await openFake(fakeLab(runs() + look('look')));
  learner.run('web', 'sleep 1');
  await turn(100);
  learner.ends('web', 0);
  await turn(300);
  expect(open()).toBe('run');
  await send('skip');
  expect(statuses()).toEqual(['skipped', 'open']);
  await turn(10_000);
  expect(of('step.reopened')).toHaveLength(1);
});

test('time in which nobody could look does not count for what must stay', async () => {
  const { learner, turn, things, wake, clock, open } = await openFake(
    fakeLab(runs('line: sleep 1, stays: 6, as: web') + look('look')),
  );
  learner.run('web', 'sleep 1');
  await turn(4_000);
  things.down = hangs;
  await turn(4_000);
  things.down = undefined;
  wake({ topic: 'reconnected', at: clock.now() });
  await turn(5_000);
  expect(open()).toBe('run');
  await turn(1_100);
  expect(open()).toBe('look');
});

test('an outage in the middle of a step is told once, and what was done in it counts', async () => {
  const { learner, turn, things, of, session, open } = await openFake(fakeLab(runs() + look('look')));
  learner.run('web', 'sleep 1');
  await turn(3_100);
  things.down = hangs;
  learner.exec('web', 'ps');
  await turn(20_000);
  expect(of('trouble.began')).toHaveLength(1);
  expect(session.state().steps[1]).toMatchObject({
    attempts: 0,
    verdicts: { 0: { status: 'errored', blame: 'machine' } },
  });
  things.down = undefined;
  await turn(5_000);
  expect(open()).toBeUndefined();
  expect(session.state()).not.toHaveProperty('trouble');
});

test('what happens at the same moment is judged once, and passes one step', async () => {
  const { learner, turn, of, open } = await openFake(fakeLab(runs() + look('look') + look('again')));
  learner.run('web', 'sleep 1');
  learner.types('true');
  learner.types('true');
  await turn(1);
  expect(of('check.judged').filter(({ step, verdict }) => step === 'run' && verdict.status === 'passed')).toHaveLength(
    1,
  );
  learner.exec('web', 'ps');
  learner.exec('web', 'ls');
  await turn(1);
  expect(open()).toBe('again');
  expect(of('step.ended').map(({ step }) => step)).toEqual(['run', 'look']);
});

test('a clock that is set back is said to be, and nothing is held against the learner', async () => {
  const { learner, turn, clock, session, open } = await openFake(fakeLab(runs() + look('look')));
  await turn(60_000);
  learner.run('web', 'sleep 1');
  await turn(100);
  clock.set(-50_000);
  learner.exec('web', 'ps');
  await turn(5_000);
  expect(session.state().steps[1]?.verdicts[0]).toMatchObject({
    status: 'errored',
    because: { id: 'world.clock-back' },
  });
  await turn(50_000);
  learner.exec('web', 'ps');
  await turn(1);
  expect(open()).toBeUndefined();
  expect(session.state().finished).toBe(true);
});

test('a clock that is set back while something must stay begins its time anew, and no more', async () => {
  const { learner, turn, clock, session } = await openFake(fakeLab(runs('line: sleep 1, stays: 4')));
  learner.run('web', 'sleep 1');
  await turn(2_000);
  clock.set(-3_600_000);
  await turn(6_100);
  expect(session.state().steps[0]?.status).toBe('solved');
  clock.set(-3_600_000);
  await turn(3_100);
  expect(session.state().finished).toBe(true);
});
