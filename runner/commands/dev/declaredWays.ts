import type { Mistake, Step } from '../../lab/lab.ts';
import { mistakeText, shownWay } from '../../lab/names.ts';
import { mistaken } from '../../prove/phases/mistaken.ts';
import { solved } from '../../prove/phases/solved.ts';
import type { TrialResult } from '../../prove/record.ts';
import type { Harness, Tools } from '../../typist/harness.ts';

/** Something that the lab declares of a step, to be typed and held against what it declares. */
export type DeclaredWay =
  | { readonly kind: 'solution' | 'variant'; readonly run: string }
  | { readonly kind: 'mistake'; readonly mistake: Mistake };

export const waysOf = (step: Step): readonly DeclaredWay[] => [
  { kind: 'solution', run: shownWay(step) },
  ...step.variants.map(({ run }): DeclaredWay => ({ kind: 'variant', run })),
  ...step.mistakes.map((mistake): DeclaredWay => ({ kind: 'mistake', mistake })),
];

/** What is typed, or answered. */
export const textOf = (way: DeclaredWay): string => (way.kind === 'mistake' ? mistakeText(way.mistake) : way.run);

/** Does it as the prover does: a right way has to pass the step, a mistake to leave it open and to earn its message. */
export const tryOut = (harness: Harness, step: Step, way: DeclaredWay, tools: Tools): Promise<TrialResult> =>
  way.kind === 'mistake' ? mistaken(harness, step, way.mistake, tools) : solved(harness, step, way.run, tools);
