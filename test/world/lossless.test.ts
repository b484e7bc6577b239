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
  const ended = () => docker.events(since).filter(({ action }) => action === 'exec_die');
  const execs = async () => {
    const last = wake(lab, 'docker.exec.die', () => ended().length === 100);
    // On a busy computer runc itself fails one now and then (`read init-p: connection reset by peer`), which was begun and never ends.
    const script =
      'for n in {1..100}; do until ((tries++)); docker exec busy true; do :; done 2> /dev/null; done; echo $tries';
    const tries = Number((await lab.world.shell.script(script, {}, 240_000)).output);
    await last;
    return tries;
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
  const [tries] = await Promise.all([execs(), calls(), commands()]);
  const allHeard = () => lists() >= 600 && starts() >= tries + 1;
  // Calls come by the log, which may lag behind events and marks.
  if (!allHeard()) await wake(lab, 'docker.api', allHeard);

  expect(lists()).toBe(600);
  expect(starts()).toBe(tries + 1);
  expect(ended()).toHaveLength(100);
  expect((await docker.execs(since)).filter(({ exitCode }) => exitCode === 0)).toHaveLength(100);
  expect(shell.commands(since).map((command) => command.line)).toEqual(
    Array.from({ length: 300 }, (_, n) => `: ${n + 1}`),
  );
}, 300_000);
