import type { Step } from '../lab/lab.ts';
import type { Core } from '../session/core.ts';
import { expectedAnswers } from '../session/intents/answer.ts';
import type { Bench, Tools } from './bench.ts';
import { fillIn } from './fillIn.ts';
import type { TypedLine } from './typedLine.ts';

export type Done = {
  readonly typed: readonly TypedLine[];
  readonly answered: readonly string[];
  /** The step has ended as solved. */
  readonly solved: boolean;
};

const stateOf = (bench: Bench, step: Step) =>
  bench
    .watched()
    .session.state()
    .steps.find((each) => each.id === step.id);

const statusOf = (bench: Bench, step: Step) => stateOf(bench, step)?.status;

/** Whether each of its checks passes now, its questions answered or not. */
export const haveChecksPassed = (bench: Bench, step: Step): boolean =>
  step.checks.every((_, index) => stateOf(bench, step)?.verdicts[index]?.status === 'passed');

/** Whether it has passed, its solution shown or not. */
export const isSolved = (bench: Bench, step: Step): boolean =>
  ['solved', 'shown'].includes(statusOf(bench, step) ?? '');

export const isOpen = (bench: Bench, step: Step): boolean => statusOf(bench, step) === 'open';

/** Resolves when the step has ended; for what is typed to know that nothing more is to come. */
const ended = (bench: Bench, step: Step, timeout: number): Promise<boolean> =>
  bench.watched().until(() => !isOpen(bench, step), timeout);

/** Resolves once the next step is open, or it is known that it cannot be. */
export async function prepared({ lab, watched }: Bench): Promise<void> {
  const { session } = watched();
  if (lab.steps[session.state().current]?.setup) await session.settled();
}

/** How long a right way may take to pass a step, in ms: as long as it says or waits, and besides for as long as it must stay so. */
export const timeoutOf = ({ timeout = 0, waits, checks }: Step, tools: Pick<Tools, 'timeout'>): number =>
  Math.max(tools.timeout, timeout * 1000, (waits?.seconds ?? 0) * 1000) +
  Math.max(0, ...checks.map(({ stays = 0 }) => stays * 1000));

/** Types commands, answers what the step asks rightly, and waits until it has ended. */
export async function solve(bench: Bench, step: Step, commands: string, tools: Tools): Promise<Done> {
  const typed = await typeIn(bench, step, commands, tools);
  const answered: string[] = [];
  for (const { id } of step.questions) {
    if (isSolved(bench, step)) break;
    answered.push(...(await answerRightly(bench, step, id, tools)));
  }
  await ended(bench, step, timeoutOf(step, tools));
  await prepared(bench);
  return { typed, answered, solved: isSolved(bench, step) };
}

/** Gives the right answer to a question that has none yet. Resolves with what was answered. */
export async function answerRightly(bench: Bench, step: Step, id: string, tools: Tools): Promise<readonly string[]> {
  const { session } = bench.watched();
  // What the question asks about may be known a moment after the command that makes it so.
  await session.settled();
  const question = step.questions.find((each) => each.id === id);
  if (!question || isAnswered(bench, step, id)) return [];
  const [right] = await expectedAnswers(coreOf(bench, tools), question);
  if (right === undefined) return [];
  session.send({ type: 'answer', text: right });
  await session.settled();
  return [right];
}

/** Types a text of the lab, its facts filled in; nothing where there is none. */
export async function typeIn(
  bench: Bench,
  step: Step,
  text: string,
  tools: Tools,
  enough: Promise<boolean> = ended(bench, step, timeoutOf(step, tools)),
): Promise<readonly TypedLine[]> {
  if (text.trim() === '') return [];
  const given = await fillIn(text.trimEnd(), bench);
  const come = Promise.withResolvers<void>();
  come.promise.catch(() => undefined);
  enough.then((has) => has && come.resolve(), come.reject);
  return bench.typist.type(given, { limit: timeoutOf(step, tools), enough: come.promise });
}

export const isAnswered = (bench: Bench, step: Step, question: string): boolean =>
  stateOf(bench, step)?.answers[question]?.status === 'passed';

/** What the engine's own parts need to know about the session, to read from it. */
export const coreOf = (bench: Bench, { checks, clock }: Tools): Core => ({
  world: bench.machine.world,
  checks,
  clock,
  lab: () => bench.lab,
  state: () => bench.watched().session.state(),
  emit: () => undefined,
});
