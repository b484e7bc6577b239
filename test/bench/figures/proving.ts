import { availableParallelism } from 'node:os';
import { execa } from 'execa';
import { openLab } from '../../../runner/commands/labs.ts';
import type { Figure } from '../figure.ts';
import { root } from '../setting.ts';
import { inTurn, median, timed } from '../statistics.ts';
import { typedBare } from '../typedBare.ts';

const times = 2;
const lab = 'isolated-processes';

export const proving: Figure = {
  name: 'proving',
  about: `\`seatrial test ${lab}\`, and the same commands typed on machines started the same way.`,
  async measure({ program, env, machines }) {
    const jobs = availableParallelism();
    const { en } = openLab(lab, { root, cwd: root });
    const { ours, bare } = await inTurn(times, {
      ours: () => timed(() => execa(process.execPath, [program, 'test', lab, '--jobs', `${jobs}`], { env, cwd: root })),
      bare: () => timed(() => typedBare(en, machines, jobs)),
    });
    const limit = { of: 'only typed', value: median(bare) };
    return [
      { name: `proving \`${lab}\``, unit: 'ms', ours: median(ours), limit, goal: { kind: 'times', most: 1.3 }, times },
    ];
  },
};
