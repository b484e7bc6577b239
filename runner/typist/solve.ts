import type { Step } from '../lab/lab.ts';
import type { Core } from '../session/core.ts';
import { expectedAnswers } from '../session/intents/answer.ts';
import { fillIn } from './fillIn.ts';
import type { Harness, Tools } from './harness.ts';
import type { TypedLine } from './typedLine.ts';

export type Done = {
  readonly typed: readonly TypedLine[];
  readonly answered: readonly string[];
  /** The step has ended as solved. */
  readonly solved: boolean;
};

const stateOf = (harness: Harness, step: Step) =>
  harness
    .watched()
    .session.state()
    .steps.find((each) => each.id === step.id);

const statusOf = (harness: Harness, step: Step) => stateOf(harness, step)?.status;

/** Whether each of its checks passes now, its questions answered or not. */
export const haveChecksPassed = (harness: Harness, step: Step): boolean =>
  step.checks.every((_, index) => stateOf(harness, step)?.verdicts[index]?.status === 'passed');

/** Whether it has passed, its solution shown or not. */
export const isSolved = (harness: Harness, step: Step): boolean =>
  ['solved', 'shown'].includes(statusOf(harness, step) ?? '');

export const isOpen = (harness: Harness, step: Step): boolean => statusOf(harness, step) === 'open';

/** Resolves when the step has ended; for what is typed to know that nothing more is to come. */
const ended = (harness: Harness, step: Step, timeout: number): Promise<boolean> =>
  harness.watched().until(() => !isOpen(harness, step), timeout);

/** Resolves once the next step is open, or it is known that it cannot be. */
export async function prepared({ lab, watched }: Harness): Promise<void> {
  const { session } = watched();
  if (lab.steps[session.state().current]?.setup) await session.settled();
}

/** How long a right way may take to pass a step, in ms: as long as it says or waits, and besides for as long as it must stay so. */
export const timeoutOf = ({ timeout = 0, waits, checks }: Step, tools: Pick<Tools, 'timeout'>): number =>
  Math.max(tools.timeout, timeout * 1000, (waits?.seconds ?? 0) * 1000) +
  Math.max(0, ...checks.map(({ stays = 0 }) => stays * 1000));

/** Types commands, answers what the step asks rightly, and waits until it has ended. */
export async function solve(harness: Harness, step: Step, commands: string, tools: Tools): Promise<Done> {
  const typed = await typeIn(harness, step, commands, tools);
  const answered: string[] = [];
  for (const { id } of step.questions) {
    if (isSolved(harness, step)) break;
    answered.push(...(await answerRightly(harness, step, id, tools)));
  }
  await ended(harness, step, timeoutOf(step, tools));
  await prepared(harness);
  return { typed, answered, solved: isSolved(harness, step) };
}

/** Gives the right answer to a question that has none yet. Resolves with what was answered. */
export async function answerRightly(
  harness: Harness,
  step: Step,
  id: string,
  tools: Tools,
): Promise<readonly string[]> {
  const { session } = harness.watched();
  // What the question asks about may be known a moment after the command that makes it so.
  await session.settled();
  const question = step.questions.find((each) => each.id === id);
  if (!question || isAnswered(harness, step, id)) return [];
  const [right] = await expectedAnswers(coreOf(harness, tools), question);
  if (right === undefined) return [];
  session.send({ type: 'answer', text: right });
  await session.settled();
  return [right];
}

/** Types a text of the lab, its facts filled in; nothing where there is none. */
export async function typeIn(
  harness: Harness,
  step: Step,
  text: string,
  tools: Tools,
  enough: Promise<boolean> = ended(harness, step, timeoutOf(step, tools)),
): Promise<readonly TypedLine[]> {
  if (text.trim() === '') return [];
  const given = await fillIn(text.trimEnd(), harness);
  const come = Promise.withResolvers<void>();
  come.promise.catch(() => undefined);
  enough.then((has) => has && come.resolve(), come.reject);
  return harness.typist.type(given, { limit: timeoutOf(step, tools), enough: come.promise });
}

export const isAnswered = (harness: Harness, step: Step, question: string): boolean =>
  stateOf(harness, step)?.answers[question]?.status === 'passed';

/** What the engine's own parts need to know about the session, to read from it. */
export const coreOf = (harness: Harness, { checks, clock }: Tools): Core => ({
  world: harness.machine.world,
  checks,
  clock,
  lab: () => harness.lab,
  state: () => harness.watched().session.state(),
  emit: () => undefined,
});
