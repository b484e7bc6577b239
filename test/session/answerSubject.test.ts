import { expect, test } from 'vitest';
import { fakeLab, openFake } from './fake/session.ts';

const lab = fakeLab(`
  - id: one
    title: One
    text: Run it.
    checks:
      - docker/runs: { line: sleep 1, as: first }
    solution: docker run -d linux sleep 1
  - id: two
    title: Two
    text: Run another.
    checks:
      - docker/runs: { line: sleep 2, as: second }
    solution: docker run -d linux sleep 2
  - id: ask
    title: Ask
    text: Look.
    questions:
      - id: address
        ask: Which address has \`sleep 1\`?
        answer: "\${first.ip}"
      - id: other
        ask: And \`sleep 2\`?
        answer: "\${second.ip}"
      - id: inside
        ask: Which PID has the first one inside?
        answer: "\${first.process.insidePid}"
      - id: pid
        ask: And outside?
        answer: "\${first.process.pid}"
`);

const asked = async () => {
  const fake = await openFake(lab);
  fake.learner.run('web', 'sleep 1', { networks: { bridge: '172.17.0.2' } });
  await fake.turn(1);
  fake.learner.run('db', 'sleep 2', { networks: { bridge: '172.17.0.3' } });
  await fake.turn(1);
  const isRight = async (question: string, text: string) => {
    await fake.answer(text);
    const step = fake.session.state().steps.find(({ id }) => id === 'ask');
    return step?.answers[question]?.status === 'passed';
  };
  return { ...fake, isRight };
};

test('a value that is called the other container’s is no answer, and beside the right one it does no harm', async () => {
  const { isRight } = await asked();
  expect(await isRight('address', 'second: 172.17.0.2')).toBe(false);
  expect(await isRight('address', 'db 172.17.0.2')).toBe(false);
  expect(await isRight('address', 'sleep 2: 172.17.0.2')).toBe(false);
  expect(await isRight('address', 'web 172.17.0.2, db 172.17.0.3')).toBe(true);
  expect(await isRight('other', 'first: 172.17.0.3')).toBe(false);
  expect(await isRight('other', 'first 172.17.0.2, second 172.17.0.3')).toBe(true);
});

test('a PID is asked for from one place, and is its own program’s', async () => {
  const { isRight, things } = await asked();
  const pid = things.processes[0]?.pid ?? expect.fail();
  await isRight('address', '172.17.0.2');
  await isRight('other', '172.17.0.3');
  expect(await isRight('inside', 'on the host 1')).toBe(false);
  expect(await isRight('inside', '1 dockerd')).toBe(false);
  expect(await isRight('inside', `1, on the host ${pid}`)).toBe(true);
  expect(await isRight('pid', `${pid} containerd`)).toBe(false);
  expect(await isRight('pid', `inside ${pid}`)).toBe(false);
  expect(await isRight('pid', `init(1)---containerd-shim(171)---sleep(${pid})`)).toBe(true);
});
