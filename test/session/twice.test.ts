import { expect, test } from 'vitest';
import { openMachine, run } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const looking = (id: string) => `  - id: ${id}
    title: Look
    text: Look.
    checks:
      - docker/did: { exec: { in: "\${web}", program: ps } }
    solution: docker exec web ps
`;
const ids = ['one', 'two', 'three', 'four', 'five', 'six'];
const lab = sleepingLab('twice', { check: 'as: web', later: ids.map(looking).join('') });

test('what has passed one step does not pass the next one too', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, until } = openLive(lab, machine);
  await run(machine, 'docker run -d --name web linux sleep 300');
  for (const [index, ways] of [
    'docker exec web ps',
    'docker exec web sh -c "ps; true"',
    'docker exec web ps',
    'echo ps | docker exec -i web bash',
    'docker exec web /bin/ps',
    'docker exec web ps',
  ].entries()) {
    await until(() => session.state().current === index + 1);
    await run(machine, `${ways}; docker exec web ls`);
    // What came last is told of where the step is still open.
    if (index + 1 < ids.length)
      await until(() => session.state().steps[index + 2]?.verdicts[0]?.because.id === 'exec.other');
    else await until(() => session.state().current > index + 1);
    expect(session.state().current).toBe(index + 2);
  }
  await session.close();
}, 120_000);
