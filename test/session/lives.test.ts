import { expect, test } from 'vitest';
import { fateOf } from '../../runner/session/fate.ts';
import type { Alive } from '../../runner/verdict/verdict.ts';
import { openMachine, run, wake } from '../helpers/machine.ts';

test('a real engine tells what ended by itself from what the learner has ended', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { docker, host } = machine.world;
  const begin = async (options: string, line: string): Promise<Alive> => {
    const id = (await run(machine, `docker run -d ${options} linux ${line}`)).trim();
    const container = await docker.container(id);
    const first = (await host.processes()).find(({ pid }) => pid === container?.pid);
    return { in: 'container', container: id, pid: first?.pid ?? 0, startTicks: first?.startTicks ?? 0 };
  };
  const since = await machine.world.now();
  const fates = async (...all: readonly Alive[]) =>
    Promise.all(all.map(async (each) => (await fateOf(each, since, machine.world)).is));

  const lives = await begin('', 'sleep 300');
  const short = await begin('--name short', 'sleep 0.2');
  const gone = await begin('--rm --name gone', 'sleep 0.2');
  const loop = await begin('--restart always --name loop', 'sh -c "sleep 0.2; exit 3"');
  await run(machine, 'docker wait short; while docker inspect gone; do :; done');
  await run(machine, 'until [ "$(docker inspect -f {{.RestartCount}} loop)" -gt 0 ]; do :; done');
  expect(await fates(lives, short, gone, loop)).toEqual(['alive', 'ended', 'ended', 'ended']);

  const [stopped, killed, removed, signalled] = [
    await begin('--name stopped', 'sleep 300'),
    await begin('--name killed', 'sleep 300'),
    await begin('--name removed', 'sleep 300'),
    await begin('--restart always --name signalled', 'sleep 300'),
  ];
  await run(machine, 'docker stop -t 0 stopped; docker kill killed; docker rm -f removed');
  const restarted = wake(
    machine,
    'docker.container.start',
    ({ subject }) => signalled.in === 'container' && subject === signalled.container,
  );
  await run(
    machine,
    `kill -9 ${signalled.pid}; until [ "$(docker inspect -f {{.RestartCount}} signalled)" = 1 ]; do :; done`,
  );
  await restarted;
  expect(await fates(stopped, killed, removed, signalled)).toEqual(['spared', 'spared', 'spared', 'spared']);
}, 60_000);
