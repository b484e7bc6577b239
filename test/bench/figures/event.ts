import type { Figure, Measurement } from '../figure.ts';
import { busyLoops } from '../load.ts';
import { openRunsLab, type Run } from '../runsLab.ts';
import type { Setting } from '../setting.ts';
import { median } from '../statistics.ts';

const times = 100;
const loops = 3;

export const event: Figure = {
  name: 'event',
  about: 'From the engine to the verdict on the screen, beside a bare reader of the same events; idle and under load.',
  async measure(setting) {
    const idle = await measured(setting);
    await using _ = await busyLoops(loops);
    return [...rows('idle', idle), ...rows(`load ${loops}`, await measured(setting))];
  },
};

async function measured(setting: Setting): Promise<readonly Run[]> {
  await using lab = await openRunsLab(setting, times + 1);
  await lab.run();
  return await lab.runs(times);
}

function rows(when: string, runs: readonly Run[]): readonly Measurement[] {
  const of = 'bare reader';
  const worst = runs.reduce((one, other) => (late(other) > late(one) ? other : one));
  return [
    {
      name: `event → drawn, ${when}, median`,
      unit: 'ms',
      ours: median(runs.map((run) => run.drawn)),
      limit: { of, value: median(runs.map((run) => run.heard)) },
      goal: { kind: 'beyond', most: 5 },
      times: runs.length,
    },
    {
      name: `event → drawn, ${when}, worst`,
      unit: 'ms',
      ours: worst.drawn,
      limit: { of, value: worst.heard },
      goal: { kind: 'beyond', most: 15 },
      times: runs.length,
    },
  ];
}

const late = ({ drawn, heard }: Run): number => drawn - heard;
