import { expect, test } from 'vitest';
import { openMachine } from '../helpers/machine.ts';
import { openLive, sleepingLab } from './live.ts';

const lab = sleepingLab('stays', { check: 'stays: 3' });

test('what starts and ends at once does not pass; what stays does, and not before', async () => {
  await using machine = await openMachine();
  await machine.load(['linux']);
  const { session, events, until } = openLive(lab, machine);
  const run = (script: string) => machine.world.shell.script(script, {}, 20_000);
  const said = (id: string) => events.some((event) => event.type === 'check.judged' && event.verdict.because.id === id);

  await until(() => said('container.none'));
  await run('docker run -d --name short linux sleep 300');
  await until(() => said('stays.waiting'));
  await run('docker kill short');
  await until(() => said('container.exited'));
  expect(session.state().finished).toBe(false);

  await run('docker run -d --name long linux sleep 300');
  await until(() => session.state().finished);
  const waited = events.findLast(
    (event) => event.type === 'check.judged' && event.verdict.because.id === 'stays.waiting',
  );
  const ended = events.find((event) => event.type === 'step.ended');
  expect((ended?.at ?? 0) - (waited?.at ?? 0)).toBeGreaterThanOrEqual(2_950);
  await session.close();
});
