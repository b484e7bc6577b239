import type { SessionEvent } from './event.ts';
import type { SessionState, StepState, Watching } from './state.ts';

type Event<T extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: T }>;

/** It was open when an earlier step had to be done again: it goes on from where it was. */
export const isPutOff = ({ status, openedAt }: StepState): boolean => status === 'ahead' && openedAt !== undefined;

const isOf = (one: Pick<Watching, 'step' | 'check'>, other: Pick<Watching, 'step' | 'check'>): boolean =>
  one.step === other.step && one.check === other.check;

/** Without what this event's check stands on. */
export const withoutWatching = (
  watching: readonly Watching[],
  event: Pick<Watching, 'step' | 'check'>,
): readonly Watching[] => watching.filter((each) => !isOf(each, event));

/** A check that has passed is watched from then on; the same process said once more is watched no longer for that. */
export function watchingAfter(watching: readonly Watching[], event: Event<'check.judged'>): readonly Watching[] {
  const { step, check, verdict, evidence, at, wokenAt: since } = event;
  const before = watching.find((each) => isOf(each, event));
  const rest = withoutWatching(watching, event);
  const hasStayed = evidence.kind === 'observed' && evidence.mustStay !== undefined;
  if (verdict.status !== 'passed' || !verdict.alive || hasStayed) return rest;
  if (before && JSON.stringify(before.alive) === JSON.stringify(verdict.alive)) return watching;
  return [...rest, { step, check, alive: verdict.alive, at, since }];
}

/** The step is done again first. One that was open is put off, with all that was done in it. */
export function reopened(state: SessionState, event: Event<'step.reopened'>): SessionState {
  const at = state.steps.findIndex((each) => each.id === event.step);
  const current = Math.min(at, state.current);
  const steps = state.steps.map((each, index): StepState => {
    const status = index === current ? 'open' : each.status === 'open' || index === at ? 'ahead' : each.status;
    if (index !== at) return each.status === 'open' ? { ...each, status, done: passedIn(each) } : each;
    const { [event.check]: _, ...verdicts } = each.verdicts;
    const checks = [...(each.reopened?.checks ?? []), event.check];
    return { ...each, status, verdicts, reopened: { because: event.because, checks } };
  });
  return { ...state, steps, current, watching: withoutWatching(state.watching, event) };
}

const passedIn = ({ verdicts }: StepState): readonly number[] =>
  Object.entries(verdicts).flatMap(([index, { status }]) => (status === 'passed' ? [Number(index)] : []));

/** A step that has ended, whatever it was reopened or put off for. */
export function ended(
  { reopened: _, done: __, ...step }: StepState,
  { ending, at, values }: Event<'step.ended'>,
): StepState {
  return { ...step, status: ending, endedAt: at, filled: { ...step.filled, ...values } };
}
