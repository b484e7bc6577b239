import type { Lab, Question, Step } from '../../lab/lab.ts';
import { errored, pending, type Verdict } from '../../verdict/verdict.ts';
import { message } from '../../words/message.ts';
import { WorldError } from '../../world/world.ts';
import { judgeAnswer } from '../answer.ts';
import { type Core, openStep } from '../core.ts';
import type { QuestionEvidence } from '../event.ts';
import type { Need } from '../judging.ts';
import { ensureFacts } from '../rebind.ts';
import type { SessionState } from '../state.ts';
import { referencesIn } from '../template.ts';
import { readEvidence, settleBy } from './expected.ts';

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
    if (missing) return tell(core, step, question, nothing, missing.verdict);
    const evidence = await readEvidence(core, question, text);
    const verdict = evidence.expected.length > 0 ? judgeAnswer(evidence) : await whyUnreadable(core, question);
    if (verdict.status === 'passed') await settleBy(core, question, evidence);
    tell(core, step, question, evidence, verdict);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    tell(core, step, question, nothing, errored(error.blame, error.explanation));
  }
}

/** What a container is asked for that has stopped as well: itself, its name and its image. */
const outlasting: ReadonlySet<string | undefined> = new Set([undefined, 'name', 'image']);

const needOf = ({ answer: texts }: Question): Need =>
  texts.flatMap(referencesIn).every(({ path: [part] }) => outlasting.has(part)) ? 'there' : 'running';

/** Why there is no right answer now: of a container that is just being started again there is no process to be asked about. */
async function whyUnreadable(core: Core, question: Question): Promise<Verdict> {
  const pods = Object.values(core.state().facts).some(({ kind }) => kind === 'pod')
    ? await core.world.kubernetes.pods()
    : [];
  for (const { name, path } of question.answer.flatMap(referencesIn)) {
    const fact = core.state().facts[name];
    const pod = fact?.kind === 'pod' ? pods.find(({ uid }) => uid === fact.uid) : undefined;
    const container = path[0] === 'container' && pod?.containers.find((each) => each.name === path[1]);
    if (pod && container)
      return pending(message('fact.container-stopped', { name: pod.name, container: container.name }));
  }
  return errored('lab', message('fact.unreadable', { template: question.answer.join(', ') }));
}

/** Right answers as they are now; one that cannot be read now is left out. */
export async function expectedAnswers(core: Core, question: Question): Promise<readonly string[]> {
  return (await readEvidence(core, question, '')).expected;
}

const tell = (
  core: Core,
  step: Step,
  question: Question,
  evidence: QuestionEvidence,
  verdict: ReturnType<typeof judgeAnswer>,
): void => core.emit({ type: 'question.answered', step: step.id, question: question.id, evidence, verdict });
