import type { Mistake, Step } from '../../lab/lab.ts';
import { mistakeText, shownWay } from '../../lab/names.ts';
import { mistaken } from '../../prove/phases/mistaken.ts';
import { solved } from '../../prove/phases/solved.ts';
import type { Tried } from '../../prove/record.ts';
import type { Bench, Tools } from '../../typist/bench.ts';

/** Something that the lab declares of a step, to be typed and held against what it declares. */
export type Trial =
  | { readonly kind: 'solution' | 'variant'; readonly run: string }
  | { readonly kind: 'mistake'; readonly mistake: Mistake };

export const trialsOf = (step: Step): readonly Trial[] => [
  { kind: 'solution', run: shownWay(step) },
  ...step.variants.map(({ run }): Trial => ({ kind: 'variant', run })),
  ...step.mistakes.map((mistake): Trial => ({ kind: 'mistake', mistake })),
];

/** What is typed, or answered. */
export const textOf = (trial: Trial): string => (trial.kind === 'mistake' ? mistakeText(trial.mistake) : trial.run);

/** Does it as the prover does: a right way has to pass the step, a mistake to leave it open and to earn its message. */
export const tryOut = (bench: Bench, step: Step, trial: Trial, tools: Tools): Promise<Tried> =>
  trial.kind === 'mistake' ? mistaken(bench, step, trial.mistake, tools) : solved(bench, step, trial.run, tools);
