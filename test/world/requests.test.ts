import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run } from '../helpers/machine.ts';

let lab: Machine;
/** The first process of a container that is on the network `one` with `db`, and of one that is on none. */
let web: number;
let alone: number;

const pidOf = async (name: string): Promise<number> =>
  Number(await run(lab, `docker inspect -f '{{.State.Pid}}' ${name}`));

beforeAll(async () => {
  lab = await openMachine('requests');
  await lab.load(['nginx', 'busybox']);
  await run(
    lab,
    `docker network create --internal one
     docker network create two
     docker run -d --name db --network one -p 8080:80 nginx
     docker network connect two db
     docker run -d --name far --network two nginx
     docker run -d --name mute --network one busybox nc -ll -p 80 -e sleep 3600
     docker run -d --name web --network one busybox sleep 3600
     docker run -d --name alone --network none busybox sleep 3600
     docker run -d --name empty -p 8081:80 busybox sleep 3600
     until curl -sf localhost:8080 > /dev/null; do :; done`,
  );
  [web, alone] = await Promise.all([pidOf('web'), pidOf('alone')]);
}, 120_000);
afterAll(() => lab.remove());

const get = { port: 80, path: '/' };

test('a container is asked by its name from its own network, and by whoever is on none by nobody', async () => {
  const { host } = lab.world;
  expect(await host.request({ ...get, host: 'db' }, web)).toMatchObject({
    ...{ kind: 'answered', status: 200, body: expect.stringContaining('nginx') },
  });
  expect(await host.request({ ...get, host: 'db', path: '/nosuch' }, web)).toMatchObject({ status: 404 });
  expect(await host.request({ host: 'db', port: 81 }, web)).toMatchObject({ kind: 'refused' });
  expect(await host.request({ host: 'far', port: 80 }, web)).toMatchObject({ kind: 'unresolved' });
  expect(await host.request({ host: 'db', port: 80 }, alone)).toMatchObject({ kind: 'unresolved' });
  const address = await run(lab, "docker inspect -f '{{.NetworkSettings.Networks.two.IPAddress}}' far");
  expect(await host.request({ host: address, port: 80 }, web)).toMatchObject({ kind: 'timed-out' });
  expect(await host.request({ host: address, port: 80 }, alone)).toMatchObject({ kind: 'timed-out' });
});

test('names are resolved by the files of whoever asks', async () => {
  const { host } = lab.world;
  await run(
    lab,
    'echo "127.0.0.1 of-the-machine" >> /etc/hosts; docker exec alone sh -c "echo 127.0.0.1 own >> /etc/hosts"',
  );
  expect(await host.request({ host: 'of-the-machine', port: 8080 })).toMatchObject({ kind: 'answered' });
  expect(await host.request({ host: 'of-the-machine', port: 8080 }, alone)).toMatchObject({ kind: 'unresolved' });
  expect(await host.request({ host: 'own', port: 80 }, alone)).toMatchObject({ kind: 'refused' });
});

test('a published port is reached on the machine, and one with nobody behind it has no answer', async () => {
  const { host } = lab.world;
  expect(await host.request({ ...get, host: 'localhost', port: 8080 })).toMatchObject({
    kind: 'answered',
    status: 200,
  });
  expect(await host.request({ host: '127.0.0.1', port: 8081 })).toMatchObject({ kind: 'mute' });
  expect(await host.request({ host: '127.0.0.1', port: 8082 })).toMatchObject({ kind: 'refused' });
});

test('a connection that is taken is one, and no answer by HTTP', async () => {
  const { host } = lab.world;
  expect(await host.request({ host: 'mute', port: 80 }, web)).toEqual({ kind: 'answered', body: '' });
  expect(await host.request({ ...get, host: 'mute' }, web)).toMatchObject({ kind: 'mute' });
});

test('nothing is asked in the place of a process that is no more, and nobody sees who asks', async () => {
  const { host, docker } = lab.world;
  const since = await lab.world.now();
  expect(await host.request({ ...get, host: 'db' }, 4_000_000)).toBeUndefined();
  expect(await host.request({ ...get, host: 'db' }, web)).toMatchObject({ kind: 'answered' });
  expect(docker.calls(since)).toEqual([]);
  const asking = (await host.processes()).filter(({ name, args }) => name === 'perl' || args[0]?.includes('perl'));
  expect(asking).toMatchObject([{ name: 'services' }]);
});
