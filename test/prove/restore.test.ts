import Docker from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { openLab } from '../../runner/commands/labs.ts';
import { tracesOn } from '../../runner/infra/machine/traces.ts';
import { restore, snapshot } from '../../runner/prove/restore.ts';
import { proverTools } from '../../runner/prove/tools.ts';
import { type Harness, openHarness } from '../../runner/typist/harness.ts';
import { run, testMachines } from '../helpers/machine.ts';

const root = new URL('../..', import.meta.url).pathname;
const labs = openLab('isolated-processes', { root, cwd: root });
const calledOff = new AbortController();
const tools = proverTools({
  ...{ machines: testMachines(), traces: tracesOn(new Docker()), checks },
  ...{ signal: calledOff.signal, timeout: 10_000 },
});

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness(labs, 'en', tools);
  await run(
    harness.machine,
    'docker run -d --name web linux sleep 11111; docker tag linux other; docker volume create old',
  );
  await harness.watched().settled();
}, 60_000);
afterAll(async () => {
  await harness.remove();
  calledOff.abort();
});

test.each([
  ['a network, and a container in it', 'docker network create n; docker run -d --network n linux sleep 1'],
  ['volumes, with a name and without', 'docker volume create v; docker run -d -v /x -v w:/w linux sleep 1'],
  ['an image that was committed', 'docker commit web new:1'],
  ['an image without a name', 'docker commit web'],
  ['another name of an image', 'docker tag linux third'],
  ['the name of an image, taken away', 'docker rmi other'],
  ['the name of an image, given to another', 'docker commit web other'],
])('%s is put back', { timeout: 60_000 }, async (_, script) => {
  const before = await snapshot(harness);
  await run(harness.machine, script);
  await harness.watched().settled();
  expect((await snapshot(harness)).rest).not.toBe(before.rest);
  expect(await restore(harness, before)).toBe('same');
});

test.each([
  ['what a container may use', 'docker update --memory 64m --memory-swap 64m web'],
  ['whether it is started again', 'docker update --restart always web'],
  ['a volume that is gone', 'docker volume rm old'],
])('%s takes another machine', { timeout: 60_000 }, async (_, script) => {
  const before = await snapshot(harness);
  await run(harness.machine, script);
  await harness.watched().settled();
  expect(await restore(harness, before)).toBe('other');
});
