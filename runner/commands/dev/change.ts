import type { Lab, Step } from '../../lab/lab.ts';
import type { SessionEvent } from '../../session/event.ts';

/** What is other in a lab than it was, for whoever has it open. */
export type LabChange = {
  /** Ids of the steps that are new or differ in anything. */
  readonly steps: readonly string[];
  /** Of those, the ones whose checks or questions are other. */
  readonly judged: readonly string[];
  /** The session has to be opened again: what is judged, or which steps there are. */
  readonly reopens: boolean;
  /** What a machine is made by: it has to be another one. */
  readonly machine: readonly ('id' | 'images' | 'needs')[];
  /** What must be so before steps open: ids of these, and whether it is the lab's own. */
  readonly prepared: { readonly lab: boolean; readonly steps: readonly string[] };
  /** Something besides the steps, or which steps there are. */
  readonly beyond: boolean;
  readonly anything: boolean;
};

/** A lab's texts in any language belong to it: a change of either counts. */
export function changeOf(before: readonly Lab[], now: readonly Lab[]): LabChange {
  const [old, lab] = [before[0], now[0]];
  if (!old || !lab)
    return {
      steps: [],
      judged: [],
      reopens: false,
      machine: [],
      prepared: { lab: false, steps: [] },
      beyond: false,
      anything: false,
    };
  const steps = lab.steps.filter((step) => differs(before, now, step.id, whole)).map(({ id }) => id);
  const judged = steps.filter((id) => differs(before, now, id, judging));
  const ids = (of: Lab) => text(of.steps.map(({ id }) => id));
  return {
    steps,
    judged,
    reopens: judged.length > 0 || ids(old) !== ids(lab),
    machine: (['id', 'images', 'needs'] as const).filter((key) => text(old[key]) !== text(lab[key])),
    prepared: {
      lab: text(old.setup) !== text(lab.setup),
      steps: steps.filter((id) => differs(before, now, id, preparing)),
    },
    beyond: ids(old) !== ids(lab) || text(before.map(frame)) !== text(now.map(frame)),
    anything: text(before.map(content)) !== text(now.map(content)),
  };
}

type Part = (step: Step) => unknown;

const whole: Part = (step) => step;
const preparing: Part = ({ setup }) => setup;
const judging: Part = ({ checks, questions, keep, passes }) => ({ checks, questions, keep, passes });

const differs = (before: readonly Lab[], now: readonly Lab[], id: string, part: Part): boolean => {
  const of = (labs: readonly Lab[]) => text(labs.map(({ steps }) => steps.filter((each) => each.id === id).map(part)));
  return of(before) !== of(now);
};

const content = ({ digest: _, file: __, ...rest }: Lab): unknown => rest;

const frame = ({ steps: _, digest: __, file: ___, ...rest }: Lab): unknown => rest;

/** Where something stands says nothing about what it is. */
const text = (value: unknown): string =>
  JSON.stringify(value, (key, each: unknown) => (key === 'position' ? undefined : each));

/** A session's past without what was judged by checks and questions that are others now, and without an end that is none any more. */
export function revised(
  past: readonly SessionEvent[],
  { judged }: LabChange,
  steps: readonly string[],
): readonly SessionEvent[] {
  const ended = new Set(past.flatMap((event) => (event.type === 'step.ended' ? [event.step] : [])));
  const whole = steps.every((id) => ended.has(id));
  return past.filter((event) => {
    if (event.type === 'lab.finished') return whole;
    if (event.type === 'check.judged' || event.type === 'question.answered') return !judged.includes(event.step);
    return !('step' in event) || steps.includes(event.step);
  });
}
