import { execa } from 'execa';
import type { Figure } from '../figure.ts';
import { inTurn, median, timed } from '../statistics.ts';

const times = 40;

export const help: Figure = {
  name: 'help',
  about: 'From the start of `seatrial --help` to its end.',
  async measure({ program, env }) {
    const node = (args: readonly string[]) => timed(() => execa(process.execPath, args, { env, stdin: 'ignore' }));
    await node([program, '--help']);
    const { ours, bare } = await inTurn(times, {
      ours: () => node([program, '--help']),
      bare: () => node(['-e', '0']),
    });
    return [
      {
        name: '`--help`',
        unit: 'ms',
        ours: median(ours),
        limit: { of: '`node -e 0`', value: median(bare) },
        goal: { kind: 'times', most: 1.5 },
        times,
      },
    ];
  },
};
