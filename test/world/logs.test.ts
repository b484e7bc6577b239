import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run, wake } from '../helpers/machine.ts';

let lab: Machine;
beforeAll(async () => {
  lab = await openMachine('logs');
  await lab.load(['busybox']);
}, 60_000);
afterAll(() => lab.remove());

/** Runs a container to its end; resolves with its id. */
async function ended(options: string, script: string): Promise<string> {
  const id = await run(lab, `docker run -d ${options} busybox sh -c '${script}'`);
  await run(lab, `docker wait ${id}`);
  return id;
}

const texts = async (id: string, since?: number) =>
  (await lab.world.docker.logs(id, since))?.map(({ stream, text }) => `${stream}: ${text}`);

test('what a container has written is read with its streams, in all of its runs, also where it has ended', async () => {
  const id = await ended('', 'echo one; sleep 0.1; echo two >&2; echo three');
  while ((await texts(id))?.length !== 3);
  expect((await texts(id))?.toSorted()).toEqual(['stderr: two', 'stdout: one', 'stdout: three']);
  const between = await lab.world.now();
  await run(lab, `docker start ${id}; docker wait ${id}`);
  // The engine may still take in what was written last when it says that the container has ended.
  while ((await texts(id))?.length !== 6);
  expect((await texts(id, between))?.toSorted()).toEqual(['stderr: two', 'stdout: one', 'stdout: three']);
  expect(await texts('nosuch')).toEqual([]);
});

test('with a terminal, and with another driver, it is read as well; where nobody keeps it, nothing is', async () => {
  expect(await texts(await ended('-t', 'echo one; echo two >&2'))).toEqual(['stdout: one', 'stdout: two']);
  expect(await texts(await ended('--log-driver local', 'echo one'))).toEqual(['stdout: one']);
  expect(await texts(await ended('--log-driver none', 'echo one'))).toBeUndefined();
});

test('a line that is written later wakes, from the first time on that a log is asked for', async () => {
  const since = await lab.world.now();
  const script = 'echo up; until [ -e /go ]; do sleep 0.1; done; echo gone; exec sleep 100000';
  const started = wake(lab, 'docker.container.start');
  const id = await run(lab, `docker run -d --name waits busybox sh -c '${script}'`);
  await started;
  let known = await texts(id);
  while (!known?.includes('stdout: up')) known = await texts(id);
  const calls = lab.world.docker.calls(since).length;
  let last = wake(lab, 'docker.log', ({ subject }) => subject === id);
  await lab.world.shell.check('docker exec waits touch /go', {}, 30_000);
  while (!(await texts(id))?.includes('stdout: gone')) {
    await last;
    last = wake(lab, 'docker.log', ({ subject }) => subject === id);
  }
  expect(lab.world.docker.calls(since)).toHaveLength(calls);
});

test('many that are followed keep nobody else waiting', async () => {
  const ids = (await run(lab, 'for n in 1 2 3 4 5 6 7 8; do docker run -d busybox sleep 100000; done')).split('\n');
  await Promise.all(ids.map((id) => texts(id)));
  expect((await lab.world.docker.objects('image')).length).toBeGreaterThan(0);
  expect(await lab.world.docker.answers()).toBeGreaterThan(0);
});
