import { expect, test } from 'vitest';
import { openMachine } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const asked = `    ask: Which letter?
    answer: a
`;
const lab = sleepingLab('lasting', { check: 'as: web', asked });

test('what has passed and is undone by something wrong passes no more', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, until } = openLive(lab, machine);
  const run = (script: string) => machine.world.shell.script(script, {}, 20_000);
  const verdict = () => session.state().steps[0]?.verdicts[0];

  await run('docker run -d --name web linux sleep 300');
  await until(() => verdict()?.status === 'passed');
  await run('docker kill web');
  await until(() => verdict()?.status === 'pending');
  expect(verdict()).toMatchObject({ because: { id: 'container.exited' } });
  session.send({ type: 'answer', text: 'a' });
  await session.settled();
  expect(session.state().finished).toBe(false);
  await run('docker start web');
  await until(() => session.state().finished);
  await session.close();
}, 60_000);
