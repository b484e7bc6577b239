import { expect, test } from 'vitest';
import { openMachine, run, type } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const later = `  - id: look
    title: Look
    text: Look into it.
    checks:
      - docker/did: { exec: { in: "\${web}", program: ls } }
      - run: docker exec "$web" ls / > /dev/null || exit 2
      - run: |
          docker exec "$web" test -e /done || { because "There is no file."; exit 1; }
    solution: docker exec web ls
`;

test('what a script does in a container passes no check that waits for the learner to do it', async () => {
  await using machine = await openMachine('script-acts');
  await machine.load(['linux']);
  const { session, events, until } = openLive(sleepingLab('acts', { check: 'as: web', later }), machine);
  await run(machine, 'docker run -d --name web linux sleep 300');
  const verdict = (check: number) => session.state().steps[1]?.verdicts[check]?.status;
  await until(() => verdict(1) === 'passed' && verdict(2) === 'pending');

  const since = await machine.world.now();
  const terminal = await machine.terminal({ columns: 80, rows: 24 });
  for (let count = 0; count < 3; count += 1) await type(machine, terminal, 'true');
  await session.settled();
  const asked = (await machine.world.docker.execs(since)).filter((each) => each.asked);
  expect(asked).toEqual([]);
  expect(machine.world.docker.calls(since)).toEqual([]);
  expect(verdict(0)).toBe('pending');

  await run(machine, 'docker exec web ls; docker exec web touch /done');
  await until(() => session.state().finished);
  expect(events.filter((event) => event.type === 'check.judged' && event.verdict.status === 'errored')).toEqual([]);
  await session.close();
}, 60_000);
