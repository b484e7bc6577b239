import type { EngineNotice } from '../../../runner/world/docker/model.ts';
import type { Figure } from '../figure.ts';
import { benchMachine, run, until } from '../machine.ts';

const calls = 600;
const execs = 100;
const commands = 300;

/** Whether an event ends an exec of this command. */
const isEndOf = (command: string, events: readonly EngineNotice[]) => {
  const ids = events
    .filter(({ action }) => action === `exec_start: ${command}`)
    .map(({ attributes }) => attributes.execID);
  return ({ action, attributes }: EngineNotice): boolean => action === 'exec_die' && ids.includes(attributes.execID);
};

export const missed: Figure = {
  name: 'missed',
  about: `What is missed of ${calls} API calls, ${execs} execs and ${commands} commands, as fast as they come.`,
  async measure(setting) {
    await using machine = await benchMachine(setting);
    const { docker, shell } = machine.world;
    await run(machine, 'docker run -d --name busy linux sleep 1000');
    const terminal = await machine.terminal({ columns: 80, rows: 24 });
    terminal.output.resume();
    const since = await machine.world.now();

    const call = `for n in {1..${calls}}; do echo "http://engine/v1.45/containers/json?limit=$n"; done`;
    for (let n = 1; n <= commands; n++) terminal.write(`: ${n}\r`);
    terminal.write(': end\r');
    await Promise.all([
      run(machine, `${call} | xargs curl -s --unix-socket /run/docker.sock -o /dev/null`),
      run(machine, `for n in {1..${execs}}; do docker exec busy true; done`),
    ]);
    // One action more of each kind, behind all others: once these are heard of, so is all that will ever be.
    await run(
      machine,
      'curl -s --unix-socket /run/docker.sock -o /dev/null http://engine/v1.45/info; docker exec busy ps',
    );
    await until(machine, () => docker.calls(since).some((each) => each.path === '/info'));
    await until(machine, () => docker.events(since).some(isEndOf('ps', docker.events(since))));
    await until(machine, () => shell.commands(since).some((each) => each.line === ': end'));
    terminal.close();

    const seen = {
      calls: new Set(docker.calls(since).flatMap((each) => (each.path === '/containers/json' ? each.query.limit : []))),
      execs: (await docker.execs(since)).filter(({ args, exitCode }) => args[0] === 'true' && exitCode === 0),
      commands: new Set(
        shell
          .commands(since)
          .map((each) => each.line)
          .filter((line) => line !== ': end'),
      ),
    };
    const ours = calls - seen.calls.size + execs - seen.execs.length + commands - seen.commands.size;
    return [
      {
        name: 'actions missed',
        unit: 'actions',
        ours,
        goal: { kind: 'amount', most: 0 },
        times: calls + execs + commands,
      },
    ];
  },
};
