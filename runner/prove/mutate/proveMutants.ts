import type { Lab, Step } from '../../lab/lab.ts';
import { expectedAnswers } from '../../session/intents/answer.ts';
import type { Harness, Tools } from '../../typist/harness.ts';
import { answerRightly, coreOf } from '../../typist/solve.ts';
import { message } from '../../words/message.ts';
import { type Start, tryOnMachines } from '../inTurn.ts';
import type { ProofRunner } from '../proofRunner.ts';
import { nothing } from '../record.ts';
import { bringTo, pass, type Trial } from '../walk.ts';
import { type Mutant, mutantsOf, nearlyRight, sample } from './mutants.ts';
import { otherImage } from './mutators.ts';
import { answerSurvival, survival } from './survival.ts';

/** How many mutants of one step are tried. */
const most = 24;

/** How long making another image may take, in ms. */
const deadline = 60_000;

/** Types small wrong versions of each solution and gives answers that are nearly right: no step may pass by one. */
export async function proveMutants(wanted: readonly Step[], proofRunner: ProofRunner, tools: Tools): Promise<void> {
  const { lab, prove, onHarness } = proofRunner;
  const commands = wanted
    .filter(({ checks }) => checks.length > 0)
    .map((step) => ({ step, all: mutantsIn(lab, step) }))
    // The one that takes longest first, so that nobody waits for it alone at the end.
    .toSorted((one, other) => Math.min(other.all.length, most) - Math.min(one.all.length, most));
  await Promise.all([...commands.map(({ step, all }) => wrongCommands(step, all)), onHarness(wrongAnswers)]);

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
        run: async (harness) => {
          const what = { phase: 'mutant', step, name: mutant.run } as const;
          await prove(harness, what, () => survival(harness, step, mutant, tools));
        },
      }),
    );
    const start: Start<Trial> = {
      async reach(harness) {
        const obstacle = await bringTo(harness, step, tools);
        if (!obstacle) await makeOtherImages(harness, lab.images, step);
        return obstacle;
      },
      async onBarred(harness, obstacle) {
        await prove(harness, { phase: 'mutant', step }, async () => obstacle);
      },
    };
    await tryOnMachines(proofRunner, trials, start);
  }

  async function wrongAnswers(harness: Harness): Promise<void> {
    const last = lab.steps.findLast((each) => wanted.includes(each) && each.questions.length > 0);
    for (const [index, step] of lab.steps.entries()) {
      for (const question of wanted.includes(step) ? step.questions : []) {
        // What it asks about may be known a moment after the step has opened.
        await harness.watched().session.settled();
        const right = await expectedAnswers(coreOf(harness, tools), question);
        for (const given of right
          .slice(0, 1)
          .flatMap(nearlyRight)
          .filter((each) => !right.includes(each))) {
          const what = { phase: 'mutant', step, name: `answer ${given}`, position: question.position } as const;
          await prove(harness, what, () => answerSurvival(harness, step, question.id, given));
        }
        await answerRightly(harness, step, question.id, tools);
      }
      const next = lab.steps[index + 1];
      if (!last || step === last || !next) return;
      const obstacle = await pass(harness, step, next, tools);
      if (obstacle) {
        await prove(harness, { phase: 'mutant', step: next }, async () => obstacle);
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
async function makeOtherImages(harness: Harness, images: readonly string[], step: Step): Promise<void> {
  if (!images.some((image) => step.solution.includes(image))) return;
  const commit = images.map(
    (image) =>
      `id=$(docker create ${image} true) && docker commit -c 'LABEL other=1' "$id" ${otherImage(image)} && docker rm "$id"`,
  );
  await harness.machine.world.shell.script(commit.join('\n'), {}, deadline);
  await harness.reopen(step);
}
