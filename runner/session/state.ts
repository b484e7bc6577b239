import type { Alive, Found, Verdict } from '../verdict/verdict.ts';
import type { Message } from '../words/message.ts';
import type { Ending, ProvenClaim, SessionEvent, TroubleOf } from './event.ts';
import { ended, isPutOff, reopened, watchingAfter, withoutWatching } from './reopened.ts';
import { actedAt } from './waiting.ts';

export type StepState = {
  readonly id: string;
  readonly status: 'ahead' | 'open' | Ending;
  readonly openedAt?: number;
  readonly endedAt?: number;
  readonly since: number;
  /** Last verdict of each check, by its index. */
  readonly verdicts: Readonly<Record<number, Verdict>>;
  /** What checks remember since the step opened, by their index, and by the object where several fit: see `keptAs`. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** Last verdict of each question, by its id. */
  readonly answers: Readonly<Record<string, Verdict>>;
  /** What was last answered to each. */
  readonly given: Readonly<Record<string, string>>;
  /** Wrong answers, and attempts that a check spoke about. */
  readonly attempts: number;
  /** What the learner did when the last of them was counted: one action may fail several checks, and is one miss. */
  readonly lastMiss?: number;
  readonly hints: number;
  /** What references read when the texts that they stand in were shown: hints, and what was learned. */
  readonly filled: Readonly<Record<string, string>>;
  readonly solution?: string;
  /** What the learner thinks that will happen: in words, and which choice that is. */
  readonly predicted?: { readonly given: string; readonly choice?: number };
  /** When the last thing that the learner did for it was noticed, by the session's clock. */
  readonly actedAt?: number;
  /** Checks that had passed when the step was put off: what was done stays done. */
  readonly done?: readonly number[];
  /** Open again: why, and which checks had passed too soon. */
  readonly reopened?: { readonly because: Message; readonly checks: readonly number[] };
};

/** Processes that a verdict stands on, to be watched for a while. */
export type Watching = {
  readonly step: string;
  readonly check: number;
  readonly alive: readonly Alive[];
  /** When the check passed, by the session's clock and by the machine's, in ms since 1970. */
  readonly at: number;
  readonly since: number;
};

/** A session as its events have made it. The screen draws it; resuming is replaying the events. */
export type SessionState = {
  readonly session: string;
  readonly lab: string;
  readonly steps: readonly StepState[];
  /** The open step's index; the number of steps once all are ended. */
  readonly current: number;
  /** One value a fact: the newest that fits, of those that there were. */
  readonly facts: Readonly<Record<string, Found>>;
  /** What fits as well, newest first. */
  readonly alternatives: Readonly<Record<string, readonly Found[]>>;
  /** Facts of which the learner's own acts have told what is meant. */
  readonly settled: readonly string[];
  readonly loading: readonly string[];
  /** What must be so before the next step opens is being made so. */
  readonly preparing?: true;
  readonly watching: readonly Watching[];
  readonly trouble?: Message;
  /** What the trouble is of, where it is not what checks are judged by. */
  readonly troubleOf?: TroubleOf;
  readonly claims?: readonly ProvenClaim[];
  readonly finished: boolean;
};

const blank = (id: string): StepState => ({
  id,
  status: 'ahead',
  since: 0,
  verdicts: {},
  kept: {},
  answers: {},
  given: {},
  attempts: 0,
  hints: 0,
  filled: {},
});

export const initialState = (session: string, lab: string, steps: readonly string[]): SessionState => ({
  session,
  lab,
  steps: steps.map(blank),
  current: 0,
  facts: {},
  alternatives: {},
  settled: [],
  loading: [],
  watching: [],
  finished: false,
});

/** The next state. Pure: replaying a journal's events gives the state that wrote them. */
export function reduce(state: SessionState, event: SessionEvent): SessionState {
  const step = (id: string, change: (step: StepState) => Partial<StepState>, of = state): SessionState => ({
    ...of,
    steps: of.steps.map((each) => (each.id === id ? { ...each, ...change(each) } : each)),
  });

  switch (event.type) {
    case 'session.resumed':
      // What was under way when the session ended is not any more.
      return withoutPreparing(state);
    case 'session.opened':
    case 'session.left':
    case 'solution.typed':
      return state;
    case 'setup.began':
      return { ...state, preparing: true };
    case 'setup.ended':
      return withoutPreparing(state);
    case 'step.opened':
      return {
        ...step(event.step, (old) => ({
          status: 'open',
          openedAt: old.openedAt ?? event.at,
          since: event.since,
          // What was seen before another step had to be done again still counts.
          kept: isPutOff(old) ? old.kept : {},
        })),
        current: state.steps.findIndex((each) => each.id === event.step),
      };
    case 'check.judged':
      return step(
        event.step,
        (old) => ({
          verdicts: { ...old.verdicts, [event.check]: event.verdict },
          ...actedAt(old, event, isNewAttempt(old.verdicts[event.check], event.verdict)),
          ...countMiss(old, isNewAttempt(old.verdicts[event.check], event.verdict) ? event.wokenAt : undefined),
        }),
        { ...state, watching: watchingAfter(state.watching, event) },
      );
    case 'check.stands':
      return { ...state, watching: withoutWatching(state.watching, event) };
    case 'step.reopened':
      return reopened(state, event);
    case 'check.kept':
      return step(event.step, (old) => ({ kept: { ...old.kept, [keptAs(event.check, event.of)]: event.kept } }));
    case 'question.answered':
      return step(event.step, (old) => ({
        answers: { ...old.answers, [event.question]: event.verdict },
        given: { ...old.given, [event.question]: event.evidence.given },
        ...countMiss(old, isWrong(event.verdict) ? event.at : undefined),
      }));
    case 'fact.bound':
      return bound(state, event);
    case 'hint.shown':
      return step(event.step, (old) => ({ hints: event.hint + 1, filled: { ...old.filled, ...event.values } }));
    case 'step.predicted': {
      const { given, choice } = event;
      return step(event.step, () => ({ predicted: { given, ...(choice !== undefined && { choice }) } }));
    }
    case 'solution.shown':
      return step(event.step, () => ({ solution: event.commands }));
    case 'step.ended': {
      const watching =
        event.ending === 'skipped' ? state.watching.filter((each) => each.step !== event.step) : undefined;
      const steps = state.steps.map((each) => (each.id === event.step ? ended(each, event) : each));
      const current = steps.findIndex((each) => each.id === event.step) + 1;
      return { ...state, steps, current, ...(watching && { watching }) };
    }
    case 'images.loading':
      return { ...state, loading: event.images };
    case 'images.ready':
      return { ...state, loading: state.loading.filter((image) => !event.images.includes(image)) };
    case 'trouble.began': {
      const { troubleOf: _, ...rest } = state;
      const began = { ...rest, trouble: event.trouble };
      if (event.of === undefined) return began;
      return { ...began, troubleOf: event.of, ...(event.of === 'images' && { loading: [] }) };
    }
    case 'trouble.ended': {
      const { trouble: _, troubleOf: __, ...rest } = state;
      return rest;
    }
    case 'lab.finished':
      return { ...state, finished: true, claims: event.claims };
  }
}

const withoutPreparing = ({ preparing: _, ...state }: SessionState): SessionState => state;

/** Under which name a check remembers what it saw of these objects. */
export const keptAs = (check: number, of?: string): string => (of === undefined ? `${check}` : `${check} ${of}`);

function bound(state: SessionState, { name, value, alternatives = [], settled }: Event<'fact.bound'>): SessionState {
  const others = state.settled.filter((each) => each !== name);
  return {
    ...state,
    facts: { ...state.facts, [name]: value },
    alternatives: { ...state.alternatives, [name]: alternatives },
    settled: settled ? [...others, name] : others,
  };
}

type Event<T extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: T }>;

function countMiss(old: StepState, at: number | undefined): Partial<StepState> {
  if (at === undefined || at === old.lastMiss) return {};
  return { attempts: old.attempts + 1, lastMiss: at };
}

const isWrong = (verdict: Verdict): boolean =>
  verdict.status === 'pending' && verdict.attempt === true && !verdict.excused;

/** Whether this verdict speaks about something that the learner did since the last one. */
function isNewAttempt(before: Verdict | undefined, now: Verdict): boolean {
  if (now.status !== 'pending' || !now.attempt || now.excused) return false;
  return before?.status !== 'pending' || JSON.stringify(before.because) !== JSON.stringify(now.because);
}
