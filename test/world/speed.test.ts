import { expect, test } from 'vitest';
import { openMachine, run } from '../helpers/machine.ts';

async function timed(times: number, action: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < times; n++) await action();
  return performance.now() - began;
}

test('asking is as cheap as it is meant to be', async () => {
  await using lab = await openMachine('speed');
  await lab.load(['linux']);
  const { docker, host } = lab.world;
  await run(lab, 'docker run -d --name one linux sleep 1000');
  await docker.container('one');
  const inspects = await timed(200, () => docker.imageId('linux'));
  expect(await timed(200, () => docker.containers())).toBeLessThan(inspects);
  expect((await timed(20, () => host.processes())) / 20).toBeLessThan(15);
}, 60_000);
