import type { Lab, Question, Step } from '../../lab/lab.ts';
import { errored, type Verdict } from '../../verdict/verdict.ts';
import { concerns, type Wake } from '../../world/wake.ts';
import { WorldError } from '../../world/world.ts';
import { type Core, openStep } from '../core.ts';
import { ensureFacts } from '../ensureFacts.ts';
import type { QuestionEvidence } from '../event.ts';
import { judgeAnswer } from '../judgeAnswer.ts';
import type { Need } from '../presence.ts';
import type { SessionState } from '../state.ts';
import { referencesIn } from '../template.ts';
import { readEvidence, settleBy } from './expected.ts';
import { whyUnreadable } from './whyUnreadable.ts';

/** The question that an answer is for: the first of the open step that has no right one yet. */
export function openQuestion(lab: Lab, state: SessionState): Question | undefined {
  const answers = state.steps[state.current]?.answers ?? {};
  return lab.steps[state.current]?.questions.find((each) => answers[each.id]?.status !== 'passed');
}

/** Judges what the learner answered against the live world. */
export async function answer(core: Core, text: string): Promise<void> {
  const step = openStep(core);
  const question = openQuestion(core.lab(), core.state());
  if (!step || !question) return;
  const nothing: QuestionEvidence = { given: text, expected: [], near: [] };
  try {
    const missing = await ensureFacts(core, question.answer, needOf(question));
    if (missing) return tell(core, step, question, nothing, excused(missing.verdict));
    const evidence = await readEvidence(core, question, text);
    const verdict = evidence.expected.length > 0 ? judgeAnswer(evidence) : excused(await whyUnreadable(core, question));
    if (verdict.status === 'passed') await settleBy(core, question, evidence);
    tell(core, step, question, evidence, verdict);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    tell(core, step, question, nothing, errored(error.blame, error.explanation));
  }
}

/**
Judges again what was answered when it could not be told whether it is right: the machine could not be asked, or what the question
speaks of was not there. Tells only what is new.
*/
export async function answerAgain(core: Core): Promise<void> {
  const given = openAnswer(core);
  if (given !== undefined) await answer(core, given);
}

/** What was answered and could not be judged yet; undefined where there is nothing of the kind. */
function openAnswer(core: Core): string | undefined {
  const question = openQuestion(core.lab(), core.state());
  const own = core.state().steps[core.state().current];
  const before = question && own?.answers[question.id];
  return before && !isJudged(before) ? own?.given[question.id] : undefined;
}

const reasons = ['docker.container', 'docker.network', 'kubernetes.object'];

/** Whether an answer that could not be judged may be by now. */
export const isOpenAnswer = (core: Core, { topic }: Wake): boolean =>
  concerns(reasons, topic) && openAnswer(core) !== undefined;

const isJudged = (verdict: Verdict): boolean =>
  verdict.status === 'passed' || (verdict.status === 'pending' && !verdict.excused);

/** That something is not there is no wrong answer. */
const excused = (verdict: Verdict): Verdict =>
  verdict.status === 'pending' ? { ...verdict, attempt: true, excused: true } : verdict;

/** What a container is asked for that has stopped as well: itself, its name and its image. */
const outlasting: ReadonlySet<string | undefined> = new Set([undefined, 'name', 'image']);

const needOf = ({ answer: texts }: Question): Need =>
  texts.flatMap(referencesIn).every(({ path: [part] }) => outlasting.has(part)) ? 'there' : 'alive';

/** Right answers as they are now, the whole answer where all right choices are asked for; one that cannot be read now is left out. */
export async function expectedAnswers(core: Core, question: Question): Promise<readonly string[]> {
  const { expected } = await readEvidence(core, question, '');
  if (!question.all) return expected;
  // In the language of the choices, where each is written in both.
  return [expected.filter((each) => question.choices?.includes(each)).join(', ')].filter((each) => each !== '');
}

function tell(core: Core, step: Step, question: Question, evidence: QuestionEvidence, verdict: Verdict): void {
  const own = core.state().steps.find((each) => each.id === step.id);
  const isSaid = JSON.stringify(own?.answers[question.id]) === JSON.stringify(verdict);
  if (isSaid && !isJudged(verdict) && own?.given[question.id] === evidence.given) return;
  core.emit({ type: 'question.answered', step: step.id, question: question.id, evidence, verdict });
}
