import type { CheckUse, Mistake, Step } from './lab.ts';

/** What a check is called where it is spoken of. */
export const checkName = (use: CheckUse): string => (use.kind === 'check' ? use.check : 'run');

/** What is typed, or answered, by mistake. */
export const mistakeText = ({ run, answer }: Pick<Mistake, 'run' | 'answer'>): string => run ?? `answer ${answer}`;

/** All that a step's author shows, in the order in which it is typed: where to look, then what solves it. */
export const shownWay = ({ look, solution }: Pick<Step, 'look' | 'solution'>): string =>
  [look, solution].filter((each) => each.trim() !== '').join('\n');

/** What a step's solution is called; where answering is all, what shows where to look. */
export const solutionText = ({ look, solution }: Pick<Step, 'look' | 'solution'>): string => solution || look;
