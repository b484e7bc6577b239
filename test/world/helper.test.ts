import { expect, test } from 'vitest';
import { openMachine, run } from '../helpers/machine.ts';

test('a script that ends while programs begin to be watched is told of all the same', async () => {
  await using machine = await openMachine('helper');
  await machine.load(['linux']);
  const id = await run(machine, 'docker run -d linux sleep 1000');
  const programs = (await run(machine, `docker exec ${id} sh -c 'ls -d /usr/bin/*'`)).split('\n').slice(0, 80);
  const since = await machine.world.now();
  for (const [index, program] of programs.entries()) {
    const [, { output }] = await Promise.all([
      machine.world.docker.programRuns(id, [program], since),
      // Now before, now after the watch is there.
      machine.world.shell.script(`for n in $(seq ${index * 40}); do :; done; echo ${index}`, {}, 10_000),
    ]);
    expect(output).toBe(`${index}\n`);
  }
});
