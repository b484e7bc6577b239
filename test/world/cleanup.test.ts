import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { openMachine, run, testMachines } from '../helpers/machine.ts';

const docker = new Docker();

/** What carries this session's label on the engine, and every volume and network, whoever made it. */
async function left(session: string) {
  const label = [`seatrial.session=${session}`];
  const containers = await docker.listContainers({ all: true, filters: { label } });
  return containers.map((each) => each.Id);
}

const volumes = async () => (await docker.listVolumes()).Volumes.map((volume) => volume.Name);
const networks = async () => (await docker.listNetworks()).map((network) => network.Id).sort();

test('removing a machine removes its containers and its volume, and leaves the networks as they were', async () => {
  const before = await networks();
  const machine = await openMachine('cleanup');
  const { Mounts: mounts } = await docker.getContainer(machine.id).inspect();
  const volume = mounts.find((mount) => mount.Destination === '/var/lib/docker')?.Name;
  expect(await volumes()).toContain(volume);
  await machine.load(['linux']);
  await run(machine, 'docker run -d linux sleep 100; docker network create inner; docker volume create inner');

  await machine.remove();
  expect(await left('cleanup')).toEqual([]);
  expect(await volumes()).not.toContain(volume);
  expect(await networks()).toEqual(before);
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
