import type { Step } from '../../lab/lab.ts';
import { mistakeText } from '../../lab/names.ts';
import type { Tools } from '../../typist/bench.ts';
import { bringTo } from '../walk.ts';
import type { Workshop } from '../workshop.ts';
import { mistaken } from './mistaken.ts';

/** Each mistake that cannot be undone, on a machine of its own, from where its step begins. */
export async function proveFresh(wanted: readonly Step[], { onBench, prove }: Workshop, tools: Tools): Promise<void> {
  const all = wanted.flatMap((step) => step.mistakes.flatMap((mistake) => (mistake.fresh ? [{ step, mistake }] : [])));
  await Promise.all(
    all.map(({ step, mistake }) =>
      onBench(async (bench) => {
        const what = { phase: 'mistaken', step, name: mistakeText(mistake), position: mistake.position } as const;
        const obstacle = await bringTo(bench, step, tools);
        await prove(bench, what, async () => obstacle ?? mistaken(bench, step, mistake, tools));
      }),
    ),
  );
}
