import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run, wake } from '../helpers/machine.ts';

let lab: Machine;
beforeAll(async () => {
  lab = await openMachine('docker');
  await lab.load(['linux']);
}, 60_000);
afterAll(() => lab.remove());

test('a container is known the moment it starts, and its PID and address right after', async () => {
  const { docker } = lab.world;
  const starts = wake(lab, 'docker.container.start').then(() => docker.containers());
  const id = await run(lab, 'docker run -d --name first linux sleep 11111');
  const [atStart] = await starts;
  expect(atStart).toMatchObject({ id, name: 'first', image: 'linux', command: ['sleep', '11111'], state: 'running' });

  const first = await docker.container('first');
  expect(first?.networks).toEqual([{ name: 'bridge', ip: '172.17.0.2' }]);
  const sleep = (await lab.world.host.processes()).find((process) => process.pid === first?.pid);
  expect(sleep).toMatchObject({ name: 'sleep', args: ['sleep', '11111'], insidePid: 1, foreground: false });
  expect(await docker.container(id.slice(0, 5))).toEqual(first);
});

test('a program that does not exist is told with its name', async () => {
  const refreshed = wake(lab, 'docker.network.disconnect').then(() => wake(lab, 'docker.container.inspected'));
  await run(lab, 'docker run -d --name typo linux slp');
  await refreshed;
  const typo = await lab.world.docker.container('typo');
  expect(typo).toMatchObject({ state: 'created', exitCode: 127, error: expect.stringContaining('exec: "slp"') });
});

test('a start that fails before anything happens is told, and so is the next one that does not', async () => {
  const { docker } = lab.world;
  const id = await run(lab, 'docker create --name lonely --network nosuch linux sleep 1000');
  const state = async () => (await docker.container(id))?.state;
  const failed = wake(
    lab,
    'docker.container.inspected',
    ({ subject }) => subject === id && docker.remembered(id)?.error !== undefined,
  );
  await run(lab, 'docker start lonely');
  await failed;
  expect(docker.remembered(id)).toMatchObject({ state: 'created', error: 'network nosuch not found' });
  const started = wake(lab, 'docker.container.start', ({ subject }) => subject === id).then(state);
  await run(lab, 'docker network create nosuch && docker start lonely');
  expect(await started).toBe('running');
});

test('a container that has gone is remembered', async () => {
  const { docker } = lab.world;
  const gone = wake(lab, 'docker.container.destroy');
  const id = await run(lab, 'docker run -d --rm --name brief linux bash -c "exit 3"');
  await gone;
  expect(await docker.container('brief')).toBeUndefined();
  expect(docker.remembered(id)).toMatchObject({ name: 'brief', state: 'exited', exitCode: 3 });
});

test('pausing, renaming and stopping show at once', async () => {
  const { docker } = lab.world;
  const id = await run(lab, 'docker run -d --name hopper linux sleep 1000');
  for (const [command, event, expected] of [
    ['docker pause hopper', 'pause', { state: 'paused' }],
    ['docker unpause hopper', 'unpause', { state: 'running' }],
    ['docker rename hopper grace', 'rename', { name: 'grace' }],
    ['docker kill grace', 'die', { state: 'exited', exitCode: 137 }],
  ] as const) {
    const seen = wake(lab, `docker.container.${event}`).then(() => docker.containers());
    await run(lab, command);
    expect((await seen).find((container) => container.id === id)).toMatchObject(expected);
  }
});

test('execs carry their arguments, their exit code and their PID, and why they could not be started', async () => {
  const since = await lab.world.now();
  const ended = wake(lab, 'docker.exec.die');
  await run(lab, 'docker exec first bash -c "exit 4"');
  await ended;
  const exec = { asked: true, pid: expect.any(Number), exitCode: 4 };
  expect(await lab.world.docker.execs(since)).toMatchObject([{ ...exec, args: ['bash', '-c', 'exit 4'] }]);

  const began = await lab.world.now();
  const told = wake(lab, 'docker.api', () => lab.world.docker.calls(began).some(({ path }) => path === '/info'));
  await run(
    lab,
    'docker exec first "ps -ef"; docker exec -w /nosuch first ls; docker exec -w /nosuch -d first ls; docker info > /dev/null',
  );
  await told;
  const failed = await lab.world.docker.execs(began);
  expect(failed).toMatchObject([
    { args: ['ps -ef'], exitCode: 126, error: expect.stringContaining('exec: "ps -ef": executable file not found') },
    { args: ['ls'], exitCode: 126, error: expect.stringContaining('chdir to cwd ("/nosuch")') },
    { args: ['ls'], exitCode: 126, error: '' },
  ]);
  for (const each of failed) expect(each.pid).toBeUndefined();
});

test('API calls are seen with query and body, without those of Seatrial', async () => {
  const { docker, now } = lab.world;
  const since = await now();
  await docker.imageId('linux');
  const seen = wake(lab, 'docker.api', () => docker.calls(since).some((call) => call.path === '/info'));
  await run(lab, 'docker ps -a >&2; docker exec first ps >&2; docker info >&2');
  await seen;
  const calls = docker.calls(since);
  expect(calls[0]).toMatchObject({ method: 'GET', path: '/containers/json', query: { all: '1' } });
  expect(calls.find((call) => call.path === '/containers/first/exec')?.body).toMatchObject({ Cmd: ['ps'] });
  expect(calls.some((call) => call.path.startsWith('/images/'))).toBe(false);
});

test('files of a container: what changed, and what lies where', async () => {
  const { docker } = lab.world;
  const id = (await docker.container('first'))?.id ?? '';
  await run(lab, 'docker exec first sh -c \'touch /first-container; mkdir -p /a/b; touch "/a/b/ä c"; rm /etc/issue\'');
  const changes = [...(await docker.changes(id))].toSorted((one, other) => one.path.localeCompare(other.path));
  const letters = { A: 'added', C: 'changed', D: 'deleted' } as const;
  const told = (await run(lab, 'docker diff first')).split('\n').map((row) => ({
    path: row.slice(2),
    kind: Object.entries(letters).find(([letter]) => row.startsWith(letter))?.[1],
  }));
  expect(changes).toEqual(told.toSorted((one, other) => one.path.localeCompare(other.path)));
  expect(changes).toContainEqual({ path: '/a/b/ä c', kind: 'added' });
  expect(changes).toContainEqual({ path: '/etc/issue', kind: 'deleted' });
  expect(changes).toContainEqual({ path: '/etc', kind: 'changed' });
  expect(await docker.file(id, '/first-container')).toMatchObject({
    kind: 'file',
    mode: '644',
    owner: 'root',
    mount: '/',
  });
  expect(await docker.file(id, '/etc')).toMatchObject({ kind: 'directory', mode: '755' });
  expect(await docker.file(id, '/second-container')).toBeUndefined();
});

test('the image has only the name by which labs know it', async () => {
  expect(await run(lab, "docker images --format '{{.Repository}}:{{.Tag}}'")).toBe('linux:latest');
  expect(await lab.world.docker.imageId('nothing')).toBeUndefined();
  await lab.load(['linux']);
});
