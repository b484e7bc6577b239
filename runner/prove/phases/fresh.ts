import type { Step } from '../../lab/lab.ts';
import { mistakeText } from '../../lab/names.ts';
import type { Tools } from '../../typist/harness.ts';
import type { ProofRunner } from '../proofRunner.ts';
import { bringTo } from '../walk.ts';
import { mistaken } from './mistaken.ts';

/** Each mistake that cannot be undone, on a machine of its own, from where its step begins. */
export async function proveFresh(
  wanted: readonly Step[],
  { onHarness, prove }: ProofRunner,
  tools: Tools,
): Promise<void> {
  const all = wanted.flatMap((step) => step.mistakes.flatMap((mistake) => (mistake.fresh ? [{ step, mistake }] : [])));
  await Promise.all(
    all.map(({ step, mistake }) =>
      onHarness(async (harness) => {
        const what = { phase: 'mistaken', step, name: mistakeText(mistake), position: mistake.position } as const;
        const obstacle = await bringTo(harness, step, tools);
        await prove(harness, what, async () => obstacle ?? mistaken(harness, step, mistake, tools));
      }),
    ),
  );
}
