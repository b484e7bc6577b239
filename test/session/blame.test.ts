import { expect, test } from 'vitest';
import { WorldError } from '../../runner/world/world.ts';
import { fakeLab, openFake } from './fake/session.ts';

const run = `
  - id: run
    title: Run
    text: Run it.
    checks:
      - docker/runs: { line: sleep 1, as: web }
    solution: docker run -d linux sleep 1
    keep: { name: "\${web.name}" }
`;
const look = `
  - id: look
    title: Look
    text: Look.
    checks:
      - docker/ran: { in: "\${web}", line: ps }
    solution: docker exec \${web.name} ps
    keep: { address: "\${web.ip}" }
`;
const asks = (answer: string, solution = 'ip addr') => `
  - id: ask
    title: Ask
    text: Ask.
    ask: Which?
    answer: "${answer}"
    solution: ${solution}
`;
const hangs = new WorldError({ id: 'world.engine-hangs', values: {} });

test('an engine that a question needs and that is away is said to be, and what was answered is looked at again', async () => {
  const { learner, turn, things, session, answer, send, open } = await openFake(fakeLab(run + asks('${web.name}')));
  learner.run('web', 'sleep 1');
  await turn(100);
  things.down = hangs;
  learner.types('docker ps', 1);
  await turn(1);
  expect(session.state().trouble).toEqual(hangs.explanation);
  await answer('web');
  expect(session.state().steps[1]?.answers['1']).toMatchObject({ status: 'errored', blame: 'machine' });
  things.down = undefined;
  await send('recheck');
  expect(session.state().trouble).toBeUndefined();
  expect(open()).toBeUndefined();
  expect(session.state().steps[1]?.attempts).toBe(0);
});

test('a program that a question needs and that is missing is said to be', async () => {
  const { learner, turn, things, session } = await openFake(fakeLab(asks('a', 'ps -ef')));
  things.script = () => ({ exitCode: 1, output: '' });
  await turn(1);
  learner.types('ps aux', 127);
  await turn(1);
  expect(session.state().trouble).toEqual({ id: 'check.tool-missing', values: { tool: 'ps' } });
  things.script = () => ({ exitCode: 0, output: '/bin/ps' });
  await turn(5_000);
  expect(session.state().trouble).toBeUndefined();
});

test('a line of a here-document is no program that the step needs', async () => {
  const solution = JSON.stringify("cat > x <<'END'\nhello world\nEND\nsudo ps -ef");
  const { learner, turn, things, session } = await openFake(fakeLab(asks('a', solution)));
  things.script = () => ({ exitCode: 1, output: '' });
  await turn(1);
  for (const line of ['END', 'hello world']) {
    learner.types(line, 127);
    await turn(1);
    expect(session.state().trouble).toBeUndefined();
  }
  // What another program only starts, or is piped to, is called as well.
  learner.types('true | ps aux', 127);
  await turn(1);
  expect(session.state().trouble).toEqual({ id: 'check.tool-missing', values: { tool: 'ps' } });
});

test('a check of an action has nobody to blame but the machine where the engine is away', async () => {
  const { learner, turn, things, session } = await openFake(fakeLab(run + look));
  learner.run('web', 'sleep 1');
  await turn(100);
  things.down = hangs;
  await turn(5_000);
  expect(session.state().steps[1]?.verdicts[0]).toMatchObject({ status: 'errored', blame: 'machine' });
});

test.each([
  ['disconnected', { bridge: '172.17.0.2' }, 'docker network connect bridge web'],
  ['alone from the start', { none: '' }, 'its network is `none`'],
])("a container that is %s is the learner's to put back", async (_, networks, said) => {
  const { learner, turn, answer, says, session, open } = await openFake(fakeLab(run + asks('${web.ip}')));
  learner.run('web', 'sleep 1', { networks });
  await turn(100);
  if ('bridge' in networks) learner.disconnect('web', 'bridge');
  await turn(1);
  await answer('172.17.0.9');
  expect(says()).toEqual([expect.stringContaining(said)]);
  expect(session.state().steps[1]?.attempts).toBe(0);
  learner.run('other', 'sleep 1', { networks: { bridge: '172.17.0.9' } });
  await turn(3_000);
  expect(open()).toBeUndefined();
});

test('what the lab shows at the end never speaks of two containers as of one', async () => {
  const claims = `claims:\n  - text: It has an address.\n    evidence: "\${name} had \${address}."\n`;
  const { learner, turn, session } = await openFake(fakeLab(run + look + claims));
  learner.run('web', 'sleep 1');
  await turn(3_100);
  learner.remove('web');
  learner.run('other', 'sleep 1');
  await turn(100);
  learner.exec('other', 'ps');
  await turn(3_100);
  expect(session.state().claims).toMatchObject([{ text: 'It has an address.', evidence: 'other had 172.17.0.4.' }]);
});

test('that nothing of a line reached an engine that was away is not the line’s fault', async () => {
  const { learner, turn, things, says } = await openFake(fakeLab(run + asks('a')));
  await turn(5000);
  learner.types('docker run -d linux sleep 300', 125);
  await turn(3000);
  expect(says().join()).toContain('Nothing of the line reached the Docker engine');
  things.answeringSince = Number.POSITIVE_INFINITY;
  learner.types('docker run -d linux sleep 300', 125);
  await turn(3000);
  expect(says().join()).not.toContain('Nothing of the line');
});
