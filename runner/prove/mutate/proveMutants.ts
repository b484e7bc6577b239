import type { Lab, Step } from '../../lab/lab.ts';
import { expectedAnswers } from '../../session/intents/answer.ts';
import type { Bench, Tools } from '../../typist/bench.ts';
import { answerRightly, coreOf } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { type Start, tryOnMachines } from '../inTurn.ts';
import { nothing } from '../record.ts';
import { bringTo, pass, type Trial } from '../walk.ts';
import type { Workshop } from '../workshop.ts';
import { type Mutant, mutantsOf, nearlyRight, sample } from './mutants.ts';
import { otherImage } from './mutators.ts';
import { answerSurvival, survival } from './survival.ts';

/** How many mutants of one step are tried. */
const most = 24;

/** How long making another image may take, in ms. */
const deadline = 60_000;

/** Types small wrong versions of each solution and gives answers that are nearly right: no step may pass by one. */
export async function proveMutants(wanted: readonly Step[], workshop: Workshop, tools: Tools): Promise<void> {
  const { lab, prove, onBench } = workshop;
  const commands = wanted
    .filter(({ checks }) => checks.length > 0)
    .map((step) => ({ step, all: mutantsIn(lab, step) }))
    // The one that takes longest first, so that nobody waits for it alone at the end.
    .toSorted((one, other) => Math.min(other.all.length, most) - Math.min(one.all.length, most));
  await Promise.all([...commands.map(({ step, all }) => wrongCommands(step, all)), onBench(wrongAnswers)]);

  async function wrongCommands(step: Step, all: readonly Mutant[]): Promise<void> {
    const { left, stale } = harmlessAmong(step, all);
    for (const { run, position } of stale) {
      const because = message('prove.stale-harmless', { run });
      const run_ = async () => ({ ...nothing, result: { outcome: 'failed', because } as const });
      await prove(undefined, { phase: 'mutant', step, name: run, position }, run_);
    }
    const trials = sample(left, most).map(
      (mutant): Trial => ({
        step,
        run: async (bench) => {
          const what = { phase: 'mutant', step, name: mutant.run } as const;
          await prove(bench, what, () => survival(bench, step, mutant, tools));
        },
      }),
    );
    const start: Start<Trial> = {
      async reach(bench) {
        const obstacle = await bringTo(bench, step, tools);
        if (!obstacle) await makeOtherImages(bench, lab.images, step);
        return obstacle;
      },
      async onBarred(bench, obstacle) {
        await prove(bench, { phase: 'mutant', step }, async () => obstacle);
      },
    };
    await tryOnMachines(workshop, trials, start);
  }

  async function wrongAnswers(bench: Bench): Promise<void> {
    const last = lab.steps.findLast((each) => wanted.includes(each) && each.questions.length > 0);
    for (const [index, step] of lab.steps.entries()) {
      for (const question of wanted.includes(step) ? step.questions : []) {
        // What it asks about may be known a moment after the step has opened.
        await bench.watched().session.settled();
        const right = await expectedAnswers(coreOf(bench, tools), question);
        for (const given of right
          .slice(0, 1)
          .flatMap(nearlyRight)
          .filter((each) => !right.includes(each))) {
          const what = { phase: 'mutant', step, name: `answer ${given}`, position: question.position } as const;
          await prove(bench, what, () => answerSurvival(bench, step, question.id, given));
        }
        await answerRightly(bench, step, question.id, tools);
      }
      const next = lab.steps[index + 1];
      if (!last || step === last || !next) return;
      const obstacle = await pass(bench, step, next, tools);
      if (obstacle) {
        await prove(bench, { phase: 'mutant', step: next }, async () => obstacle);
        return;
      }
    }
  }
}

const mutantsIn = (lab: Lab, step: Step): readonly Mutant[] =>
  mutantsOf(
    step.solution,
    { images: lab.images, facts: factsBefore(lab, step) },
    step.variants.map(({ run }) => run),
  );

/** Facts that the steps before this one have bound: containers and the like, which may be taken for each other. */
const factsBefore = (lab: Lab, step: Step): readonly string[] =>
  lab.steps
    .slice(0, lab.steps.indexOf(step))
    .flatMap(({ checks }) => checks.flatMap((use) => (use.kind === 'check' && use.as ? [use.as] : [])));

function harmlessAmong(step: Step, all: readonly Mutant[]) {
  const declared = step.harmless ?? [];
  const fits = (run: string) => (mutant: Mutant) =>
    [mutant.run, mutant.line.now ?? ''].some((each) => each.trim() === run.trim());
  return {
    left: all.filter((mutant) => !declared.some(({ run }) => fits(run)(mutant))),
    stale: declared.filter(({ run }) => !all.some(fits(run))),
  };
}

/** The same files under another name and id, so that a container from the wrong image runs as well. */
async function makeOtherImages(bench: Bench, images: readonly string[], step: Step): Promise<void> {
  if (!images.some((image) => step.solution.includes(image))) return;
  const commit = images.map(
    (image) =>
      `id=$(docker create ${image} true) && docker commit -c 'LABEL other=1' "$id" ${otherImage(image)} && docker rm "$id"`,
  );
  await bench.machine.world.shell.script(commit.join('\n'), {}, deadline);
  await bench.reopen(step);
}
