import type { Step } from '../../lab/lab.ts';
import type { Core } from '../core.ts';
import { valuesIn } from '../facts.ts';
import { ensureFacts } from '../rebind.ts';
import { fill } from '../template.ts';
import { expectedAnswers } from './answer.ts';

/** What to type to solve a step now: its commands with the facts filled in, then `answer …` for each open question. */
export async function solutionOf(core: Core, step: Step): Promise<string> {
  // Where one value must stand, it is the newest that still exists.
  await ensureFacts(core, step.solution, 'there');
  const values = await valuesIn([step.solution], core.state().facts, core.world);
  const answers = core.state().steps.find((each) => each.id === step.id)?.answers ?? {};
  const open = step.questions.filter((each) => answers[each.id]?.status !== 'passed');
  const lines = await Promise.all(
    open.map(async (question) => {
      const [right] = await expectedAnswers(core, question);
      return right === undefined ? [] : [`answer ${right}`];
    }),
  );
  return [fill(step.solution, values).trim(), ...lines.flat()].filter((line) => line !== '').join('\n');
}

export async function showSolution(core: Core, step: Step): Promise<void> {
  core.emit({ type: 'solution.shown', step: step.id, commands: await solutionOf(core, step) });
}

/** Asks whoever holds the terminal to type it; shows it first if it was not shown. */
export async function typeSolution(core: Core, step: Step): Promise<void> {
  await showSolution(core, step);
  core.emit({ type: 'solution.typed', step: step.id, commands: await solutionOf(core, step) });
}
