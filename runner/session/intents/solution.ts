import type { Step } from '../../lab/lab.ts';
import { shownWay } from '../../lab/names.ts';
import type { Core } from '../core.ts';
import { fill } from '../template.ts';
import { expectedAnswers } from './answer.ts';
import { shownValues } from './shown.ts';

type Shown = {
  readonly commands: string /** Nothing that it speaks of is missing, so that it can be typed. */;
  readonly whole: boolean;
};

/** What to type to solve a step now: its commands with the facts filled in, then `answer …` for each open question. */
async function solutionOf(core: Core, step: Step): Promise<Shown> {
  const way = shownWay(step);
  const { values, whole } = await shownValues(core, way);
  const answers = core.state().steps.find((each) => each.id === step.id)?.answers ?? {};
  const open = step.questions.filter((each) => answers[each.id]?.status !== 'passed');
  const lines = await Promise.all(
    open.map(async (question) => {
      const [right] = await expectedAnswers(core, question);
      return right === undefined ? [] : [`answer ${right}`];
    }),
  );
  const commands = [fill(way, values).trim(), ...lines.flat()].filter((line) => line !== '').join('\n');
  return { commands, whole };
}

export async function showSolution(core: Core, step: Step): Promise<Shown> {
  const shown = await solutionOf(core, step);
  core.emit({ type: 'solution.shown', step: step.id, commands: shown.commands });
  return shown;
}

/** Asks whoever holds the terminal to type it; shows it first if it was not shown. What speaks of something that is missing is only shown. */
export async function typeSolution(core: Core, step: Step): Promise<void> {
  const { commands, whole } = await showSolution(core, step);
  if (whole) core.emit({ type: 'solution.typed', step: step.id, commands });
}
