import { expect, test } from 'vitest';
import { openMachine, run } from '../helpers/machine.ts';

test('a script that ends while programs begin to be watched is told of all the same', async () => {
  await using machine = await openMachine('helper');
  await machine.load(['linux']);
  const ids = (await run(machine, 'for n in {1..20}; do docker run -d linux sleep 1000; done')).split('\n');
  for (const [index, id] of ids.entries()) {
    const [, { output }] = await Promise.all([
      machine.world.docker.programRuns(id),
      // Now before, now after the watch is there.
      machine.world.shell.script(`for n in $(seq ${index * 160}); do :; done; echo ${index}`, {}, 10_000),
    ]);
    expect(output).toBe(`${index}\n`);
  }
}, 60_000);
