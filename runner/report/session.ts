import type { Lab, Step } from '../lab/lab.ts';
import type { Finding, NewProofEvent, Outcome, Proof, ProofEvent, RunOutcome } from '../prove/event.ts';
import type { LearnerStep, Told } from '../prove/learner.ts';
import type { SessionEvent } from '../session/event.ts';
import { initialState, reduce, type SessionState, type StepState } from '../session/state.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { type Language, type Message, message } from '../words/message.ts';
import { say } from '../words/say.ts';

export type LearnerSession = {
  readonly id: string;
  /** With its texts in the language of the report. */
  readonly lab: Lab;
  /** Everything that has happened in it, from its journal. */
  readonly events: readonly SessionEvent[];
  /** It was ended by a signal, or with its terminal. */
  readonly interrupted: boolean;
  /** Name of the machine, where it was kept for later. */
  readonly machine?: string;
};

/** A learner's session as the events that every reporter reads: one proof a step, `ok` where the learner solved it. `now` in ms since 1970. */
export function sessionAsProofs(
  { id, lab, events, interrupted, machine }: LearnerSession,
  now: number,
): readonly ProofEvent[] {
  const ids = lab.steps.map((step) => step.id);
  const state = events.reduce(reduce, initialState(id, lab.id, ids));
  const [began, ended] = [events[0]?.at ?? now, events.at(-1)?.at ?? now];
  const proofs = lab.steps.map((step) => proofOf(lab, step, state, events));
  const told = proofs.map(({ result }) => result.outcome);
  const worst = (['errored', 'failed'] as const).find((each) => told.includes(each)) ?? 'ok';
  const outcome: RunOutcome = interrupted ? 'interrupted' : worst;
  const digest = events.find((event) => event.type === 'session.opened')?.digest ?? lab.digest;
  const seconds = (ended - began) / 1000;
  const entry = { id: lab.id, title: lab.title, file: lab.file, steps: lab.steps.map(titled) };
  const at =
    (time: number) =>
    (event: NewProofEvent): ProofEvent => ({ at: time, ...event });
  const ending: readonly NewProofEvent[] = [
    ...(machine ? [{ type: 'machine.kept', lab: lab.id, machine } as const] : []),
    { type: 'lab.ended', lab: lab.id, outcome, seconds },
    { type: 'run.ended', outcome, seconds },
  ];
  return [
    at(began)({ type: 'run.started', labs: [entry], session: { id, digest } }),
    at(began)({ type: 'lab.started', lab: lab.id }),
    ...proofs.map((proof) => at(ended)({ type: 'phase.ended', proof })),
    ...ending.map(at(ended)),
  ];
}

const titled = ({ id, title }: Step) => ({ id, title });

function proofOf(lab: Lab, step: Step, state: SessionState, events: readonly SessionEvent[]): Proof {
  const own = state.steps.find((each) => each.id === step.id);
  const status = own?.status ?? 'ahead';
  const learner = learnerStep(step, own, events);
  const seconds = own?.openedAt !== undefined && own.endedAt !== undefined ? (own.endedAt - own.openedAt) / 1000 : 0;
  return {
    lab: lab.id,
    step: step.id,
    phase: 'learned',
    name: '',
    position: step.position,
    typed: [],
    answered: learner.answers.map(({ given }) => given),
    findings: findingsOf(learner.told),
    result: outcomeOf(status, state, status === 'ahead' && state.steps[state.current] === own),
    seconds,
    learner,
  };
}

function outcomeOf(status: LearnerStep['status'], { trouble, troubleOf }: SessionState, isNext: boolean): Outcome {
  if (status === 'solved') return { outcome: 'ok' };
  if (status === 'open' && trouble) return { outcome: 'errored', because: trouble, blame: 'machine' };
  if (isNext && trouble && troubleOf === 'setup') return { outcome: 'errored', because: trouble, blame: 'lab' };
  return { outcome: 'failed', because: message(`learned.${status}`) };
}

function learnerStep(step: Step, own: StepState | undefined, events: readonly SessionEvent[]): LearnerStep {
  const mine = events.filter((event) => 'step' in event && event.step === step.id);
  return {
    status: own?.status ?? 'ahead',
    ...(own?.openedAt !== undefined && { openedAt: iso(own.openedAt) }),
    ...(own?.endedAt !== undefined && { endedAt: iso(own.endedAt) }),
    attempts: own?.attempts ?? 0,
    hints: own?.hints ?? 0,
    solutionShown: mine.some(({ type }) => type === 'solution.shown'),
    solutionTyped: mine.some(({ type }) => type === 'solution.typed'),
    answers: mine.flatMap((event) =>
      event.type === 'question.answered'
        ? [{ at: iso(event.at), question: event.question, given: event.evidence.given }]
        : [],
    ),
    told: mine.flatMap((event): readonly Told[] => {
      if (event.type === 'question.answered')
        return [{ at: iso(event.at), by: `question ${event.question}`, verdict: event.verdict }];
      if (event.type !== 'check.judged' && event.type !== 'step.reopened') return [];
      const { check } = event;
      const verdict = event.type === 'check.judged' ? event.verdict : reopening(event);
      const use = step.checks[check];
      // A lab that was changed since may have fewer checks.
      return [{ at: iso(event.at), by: use?.kind === 'check' ? use.check : 'run', check, verdict }];
    }),
  };
}

/** What had passed and ended at once is missing again. */
const reopening = ({ because }: { readonly because: Message }): Verdict => ({
  status: 'pending',
  because,
  attempt: true,
});

const iso = (at: number): string => new Date(at).toISOString();

/** What each check and question said last. */
const findingsOf = (told: readonly Told[]): readonly Finding[] =>
  [...new Map(told.map((each) => [`${each.by} ${each.check}`, each])).values()].map(({ by, verdict }) => ({
    by,
    status: verdict.status,
    because: verdict.because,
    ...(verdict.status === 'errored' && { blame: verdict.blame }),
    ...(verdict.status === 'pending' && verdict.mismatch && { mismatch: verdict.mismatch }),
  }));

/** The same with each verdict in words, as the JSON report has it. */
export const learnerInWords = ({ told, ...rest }: LearnerStep, language: Language) => ({
  ...rest,
  told: told.map(({ verdict, ...where }) => ({
    ...where,
    status: verdict.status,
    because: say(language, verdict.because),
    message: verdict.because,
    ...(verdict.status === 'errored' && { blame: verdict.blame }),
    ...(verdict.status === 'pending' && verdict.mismatch && { mismatch: verdict.mismatch }),
    ...(verdict.status === 'pending' && verdict.hint && { hint: say(language, verdict.hint) }),
  })),
});
