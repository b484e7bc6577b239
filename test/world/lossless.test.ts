import { expect, test } from 'vitest';
import { openMachine, run, type, wake } from '../helpers/machine.ts';

test('of a thousand fast actions none is missed', async () => {
  await using lab = await openMachine('lossless');
  await lab.load(['linux']);
  const { docker, shell } = lab.world;
  const since = await lab.world.now();
  const terminal = await lab.terminal({ columns: 80, rows: 24 });
  terminal.output.resume();
  await run(lab, 'docker run -d --name busy linux sleep 1000');

  const calls = async () => {
    await run(
      lab,
      'for n in {1..600}; do echo "http://engine/v1.45/containers/json?limit=$n"; done | xargs curl -s --unix-socket /run/docker.sock -o /dev/null',
    );
  };
  const execs = async () => {
    const last = wake(
      lab,
      'docker.exec.die',
      () => docker.execs(since).filter((exec) => exec.exitCode !== undefined).length === 100,
    );
    await run(lab, 'for n in {1..100}; do docker exec busy true; done');
    await last;
  };
  const commands = async () => {
    for (let n = 1; n < 300; n++) terminal.write(`: ${n}\r`);
    await type(lab, terminal, ': 300');
    if (shell.commands(since).length < 300)
      await wake(lab, 'shell.command', () => shell.commands(since).length === 300);
  };
  const lists = () => docker.calls(since).filter((call) => call.path === '/containers/json').length;
  // One of the container, and one of each exec.
  const starts = () => docker.calls(since).filter((call) => call.path.endsWith('/start')).length;
  const allHeard = () => lists() >= 600 && starts() >= 101;
  await Promise.all([calls(), execs(), commands()]);
  // Calls come by the log, which may lag behind events and marks.
  if (!allHeard()) await wake(lab, 'docker.api', allHeard);

  expect(lists()).toBe(600);
  expect(starts()).toBe(101);
  expect(docker.execs(since)).toHaveLength(100);
  expect(shell.commands(since).map((command) => command.line)).toEqual(
    Array.from({ length: 300 }, (_, n) => `: ${n + 1}`),
  );
}, 120_000);
