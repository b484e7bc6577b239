import { checks as allChecks } from '../../../checks/index.ts';
import { nonceOf } from '../../../runner/infra/machine/labels.ts';
import type { CheckUse } from '../../../runner/lab/lab.ts';
import { judgeCheck } from '../../../runner/session/judgeCheck.ts';
import { systemClock } from '../../../runner/verdict/clock.ts';
import { engineOf } from '../../../runner/world/machine/engine.ts';
import type { Figure, Measurement } from '../figure.ts';
import { benchMachine, run } from '../machine.ts';
import { timed } from '../statistics.ts';

const times = 1000;
const atOnce = 50;

export const checks: Figure = {
  name: 'checks',
  about: `${times} state checks and as many bare inspects, each over a connection of its own to the same engine.`,
  async measure(setting) {
    await using machine = await benchMachine(setting);
    const { docker } = setting.prepared.engine;
    const { Config } = await docker.getContainer(machine.id).inspect();
    const engine = engineOf(docker, machine.id, nonceOf(Config.Labels));
    await run(machine, 'docker run -d --name web linux sleep 1000');
    const since = await machine.world.now();
    const known = new Map(allChecks.map((check) => [check.name, check]));
    const scene = { world: machine.world, clock: systemClock, checks: known, facts: {} };

    const check = (args: string) => () => judgeCheck(useOf(args), since, 0, scene);
    const inspect = () => engine.docker.getContainer('web').inspect();
    const [passing, first] = await alternately(check('sleep 1000'), inspect);
    const [pending, second] = await alternately(check('sleep 1001'), inspect);
    engine.close();
    return [row('passed', passing, first), row('pending', pending, second)];
  },
};

const nowhere = { file: 'bench', line: 1, column: 1 };

const useOf = (args: string): CheckUse => ({
  kind: 'check',
  check: 'docker/container',
  params: { image: 'linux', args },
  position: nowhere,
});

async function alternately(...[ours, bare]: readonly [() => Promise<unknown>, () => Promise<unknown>]) {
  const sums: [number, number] = [0, 0];
  for (let done = 0; done < times; done += atOnce) {
    sums[0] += await timed(() => repeat(ours));
    sums[1] += await timed(() => repeat(bare));
  }
  return sums;
}

async function repeat(action: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < atOnce; n++) await action();
}

const row = (which: string, ours: number, value: number): Measurement => ({
  name: `${times} checks, ${which}`,
  unit: 'ms',
  ours,
  limit: { of: `${times} inspects`, value },
  goal: { kind: 'times', most: 1.3 },
  times,
});
