import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { openMachine, run, testMachines } from '../../helpers/machine.ts';

const docker = new Docker();

/** The containers that carry this session's label on the engine. */
async function left(session: string) {
  const label = [`seatrial.session=${session}`];
  const containers = await docker.listContainers({ all: true, filters: { label } });
  return containers.map((each) => each.Id);
}

const volumes = async () => (await docker.listVolumes()).Volumes.map((volume) => volume.Name);

/** Networks of this session, and any by the name that its learner gives one: others on this engine come and go meanwhile. */
async function networks(session: string): Promise<readonly string[]> {
  const all = await docker.listNetworks();
  const own = all.filter(({ Name, Labels }) => Name === 'inner' || Labels?.['seatrial.session'] === session);
  return own.map(({ Name }) => Name);
}

test('removing a machine removes its containers and its volume, and no network of it is left', async () => {
  const machine = await openMachine('cleanup');
  const { Mounts: mounts } = await docker.getContainer(machine.id).inspect();
  const volume = mounts.find((mount) => mount.Destination === '/var/lib/docker')?.Name;
  expect(await volumes()).toContain(volume);
  await machine.load(['linux']);
  await run(machine, 'docker run -d linux sleep 100; docker network create inner; docker volume create inner');

  await machine.remove();
  expect(await left('cleanup')).toEqual([]);
  expect(await volumes()).not.toContain(volume);
  expect(await networks('cleanup')).toEqual([]);
}, 60_000);

test('a machine that nobody has entered is removed by its record, running or not', async () => {
  const machine = await openMachine('cleanup-record');
  await machine.detach();
  await docker.getContainer(machine.id).stop({ t: 0 });
  const record = (await testMachines().list()).find((each) => each.session === 'cleanup-record');
  if (record) await testMachines().remove(record);
  expect(await left('cleanup-record')).toEqual([]);
  if (record) await testMachines().remove(record);
}, 60_000);

test('a machine is removed although a container in it is paused', async () => {
  const machine = await openMachine('cleanup-paused');
  await machine.load(['linux']);
  await run(machine, 'docker run -d --name web linux sleep 100; docker pause web');

  await machine.remove();
  expect(await left('cleanup-paused')).toEqual([]);
}, 60_000);
