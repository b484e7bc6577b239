import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Figure } from '../figure.ts';
import { root } from '../setting.ts';
import { inTurn, median, timed } from '../statistics.ts';

const times = 20;
const labs = 30;

export const lint: Figure = {
  name: 'lint',
  about: 'From the start of `seatrial lint` of 30 labs to its end: as they were linted before, and for the first time.',
  async measure({ program, env, folder }) {
    const paths = Array.from({ length: labs }, (_, index) => join(folder, `lint-${index}`, 'isolated-processes'));
    for (const path of paths) cpSync(join(root, 'labs/docker/isolated-processes'), path, { recursive: true });
    const node = (args: readonly string[]) => timed(() => execa(process.execPath, args, { env, stdin: 'ignore' }));
    const cache = join(folder, 'cache/seatrial/lint');
    const first = await inTurn(3, {
      ours: () => {
        rmSync(cache, { force: true });
        return node([program, 'lint', ...paths]);
      },
    });
    const again = await inTurn(times, {
      ours: () => node([program, 'lint', ...paths]),
      bare: () => node(['-e', '0']),
    });
    const bare = { of: '`node -e 0`', value: median(again.bare) };
    return [
      {
        name: 'lint of 30 labs, unchanged',
        unit: 'ms',
        ours: median(again.ours),
        limit: bare,
        goal: { kind: 'times', most: 4 },
        times,
      },
      {
        name: 'lint of 30 labs, first time',
        unit: 'ms',
        ours: median(first.ours),
        goal: { kind: 'amount', most: 1000 },
        times: 3,
      },
    ];
  },
};
