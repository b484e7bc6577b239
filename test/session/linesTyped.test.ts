import { expect, test } from 'vitest';
import { say } from '../../runner/words/say.ts';
import { openMachine, type } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const size = { columns: 120, rows: 40 };

test('a line that never becomes a call of the engine is told of, and counts for nothing', async () => {
  await using machine = await openMachine('lines');
  await machine.load(['linux']);
  const { session, events, until } = openLive(sleepingLab('lines'), machine);
  const terminal = await machine.terminal(size);
  const said = () =>
    events.flatMap((event) => (event.type === 'check.judged' ? [say('en', event.verdict.because)] : [])).at(-1) ?? '';
  const told = async (line: string, words: string) => {
    await type(machine, terminal, line);
    await until(() => said().includes(words));
  };

  await told('$ docker run -d linux sleep 300', 'the sign of a prompt');
  await told('# docker run -d linux sleep 300', 'Type only what follows it');
  await told('docker run –d linux sleep 300', 'In `–d` stands `–`');
  await told('dokcer ps', '`docker` may be meant');
  await told('docker rnu linux', '`docker run` may be meant');
  await told('docker run --deatch linux sleep 300', '`docker run --help`');
  await told('docker -H tcp://127.0.0.1:1 ps', '`-H tcp://127.0.0.1:1`');
  await told('DOCKER_HOST=tcp://127.0.0.1:1 docker ps', '`DOCKER_HOST=tcp://127.0.0.1:1`');
  await type(machine, terminal, 'export DOCKER_HOST=tcp://127.0.0.1:1');
  await told('docker ps', '`unset DOCKER_HOST`');
  await type(machine, terminal, 'unset DOCKER_HOST');
  await type(machine, terminal, 'docker context create far --docker host=tcp://127.0.0.1:1');
  await type(machine, terminal, 'docker context use far');
  await told('docker ps', '`docker context use default`');
  await type(machine, terminal, 'docker context use default');
  await told('sudo -u nobody docker ps', 'The user `nobody`');
  await told('kill 4194303', 'reached no process');

  expect(session.state().steps[0]).toMatchObject({ status: 'open', attempts: 0 });
  await type(machine, terminal, 'docker run -d linux sleep 300');
  await until(() => session.state().finished);
  await session.close();
}, 60_000);

test('a shell tells when each line began, and which settings lead its clients elsewhere', async () => {
  await using machine = await openMachine('lines-marked');
  const since = await machine.world.now();
  const terminal = await machine.terminal(size);
  await type(machine, terminal, 'set -u; export KUBECONFIG=/tmp/"x y"');
  await type(machine, terminal, 'sleep 0.2');
  await type(machine, terminal, 'unset KUBECONFIG');
  const [, slept, unset] = machine.world.shell.commands(since);
  expect(slept).toMatchObject({ settings: { KUBECONFIG: '/tmp/x y' } });
  expect((slept?.at ?? 0) - (slept?.began ?? 0)).toBeGreaterThanOrEqual(200);
  expect(unset?.settings).toBeUndefined();
}, 30_000);
