import type { Figure } from '../figure.ts';
import { openRunsLab } from '../runsLab.ts';
import { median, p99 } from '../statistics.ts';

const times = 50;

export const verdict: Figure = {
  name: 'verdict',
  about: "From Enter on `docker run -d …` to the green line, and to the shell's next prompt.",
  async measure(setting) {
    await using lab = await openRunsLab(setting, times + 1);
    await lab.run();
    const runs = await lab.runs(times);
    const ours = runs.map((run) => run.verdict);
    const prompts = runs.map((run) => run.prompt);
    const of = 'next prompt';
    return [
      {
        name: 'Enter → verdict, median',
        unit: 'ms',
        ours: median(ours),
        limit: { of, value: median(prompts) },
        goal: { kind: 'times', most: 1 },
        times,
      },
      {
        name: 'Enter → verdict, p99',
        unit: 'ms',
        ours: p99(ours),
        limit: { of, value: p99(prompts) },
        goal: { kind: 'times', most: 1.1 },
        times,
      },
    ];
  },
};
