import { expect, test } from 'vitest';
import { WorldError } from '../../runner/world/world.ts';
import { openMachine } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const later = `  - id: gone
    title: Gone
    text: Remove it.
    checks:
      - docker/gone: { container: "\${web}" }
    solution: docker rm -f web
    keep: { taken: "\${web.name}" }
`;
const lab = sleepingLab('trouble', { check: 'as: web', later });

test('an engine that does not answer for a while is told of, in a step that speaks of a container, and the step goes on', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, events, until } = openLive(lab, machine);
  const run = (script: string) => machine.world.shell.script(script, {}, 20_000);

  await run('docker run -d --name web linux sleep 300');
  await until(() => session.state().current === 1);
  await run('pkill -STOP dockerd');
  session.send({ type: 'recheck' });
  await until(() => session.state().trouble?.id === 'world.engine-hangs');
  await run('pkill -CONT dockerd; docker rm -f web');
  await until(() => session.state().finished);
  expect(session.state().trouble).toBeUndefined();
  const last = events.length;
  await session.close();

  session.send({ type: 'recheck' });
  session.report({ id: 'world.engine-hangs', values: {} });
  await session.settled();
  expect(events).toHaveLength(last);
}, 60_000);

test('an engine that the learner has stopped stays stopped, is told of, and the step goes on when it is started', {
  timeout: 60_000,
}, async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, until } = openLive(lab, machine);
  const run = (script: string) => machine.world.shell.script(script, {}, 20_000);

  await run('docker run -d --name web linux sleep 300');
  await until(() => session.state().current === 1);
  expect(await run('service docker stop; service docker status')).toMatchObject({ exitCode: 3 });
  session.send({ type: 'recheck' });
  await until(() => session.state().trouble?.id === 'world.engine-stopped');
  expect(await run('! pgrep -x dockerd && pgrep -f "[s]leep 300"')).toMatchObject({ exitCode: 0 });
  expect(await run('service docker start && docker rm -f web')).toMatchObject({ exitCode: 0 });
  await until(() => session.state().finished);
  expect(session.state().trouble).toBeUndefined();
  await session.close();
});

test('an engine that cannot start is told of, and never takes the machine along', { timeout: 60_000 }, async () => {
  await using machine = await openMachine();
  const { docker, shell } = machine.world;
  await docker.stock();
  const broken = 'cp /etc/docker/daemon.json /tmp; echo "{ broken" > /etc/docker/daemon.json; service docker restart';
  expect(await shell.script(broken, {}, 20_000)).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('daemon.json'),
  });
  await expect(docker.stock()).rejects.toMatchObject({ explanation: { id: 'world.engine-fails' } });
  await shell.script('cp /tmp/daemon.json /etc/docker/daemon.json; service docker start', {}, 20_000);
  await docker.stock();
});

test('an engine that is halted while it is asked is said to hang, however short ago it gave a sign', {
  timeout: 60_000,
}, async () => {
  await using machine = await openMachine();
  const { docker, shell } = machine.world;
  await docker.stock();
  await shell.script('pkill -STOP dockerd', {}, 20_000);
  await expect(docker.stock()).rejects.toThrow(WorldError);
});
