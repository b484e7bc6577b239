import type { Attempt } from '../../lab/attempts.ts';
import type { Language } from '../../words/message.ts';
import type { Tools } from '../bench.ts';
import { type RunOutcome, worst } from '../event.ts';
import { bringTo } from '../walk.ts';
import { type LabTask, openWorkshop } from '../workshop.ts';
import { tryAttempt } from './attempt.ts';

/** Makes each attempt on a fresh machine, on which the steps before it have been solved. */
export async function proveAttempts(
  task: LabTask,
  attempts: readonly Attempt[],
  language: Language,
  tools: Tools,
): Promise<RunOutcome> {
  const workshop = openWorkshop(task, tools);
  const { lab } = workshop;
  const began = tools.clock.now();
  task.record.emit({ type: 'lab.started', lab: lab.id });
  await Promise.all(
    attempts.map((attempt) =>
      workshop.onBench(async (bench) => {
        const step = lab.steps.find(({ id }) => id === attempt.at);
        if (!step) return;
        const obstacle = await bringTo(bench, step, tools);
        const what = { phase: 'attempt', step, name: attempt.name, position: attempt.position } as const;
        await workshop.prove(bench, what, async () => obstacle ?? tryAttempt(bench, step, attempt, language, tools));
      }),
    ),
  );
  const outcome = worst(workshop.outcomes());
  task.record.emit({ type: 'lab.ended', lab: lab.id, outcome, seconds: (tools.clock.now() - began) / 1000 });
  return outcome;
}
