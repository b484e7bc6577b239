import type { CheckUse, Mistake } from './lab.ts';

/** What a check is called where it is spoken of. */
export const checkName = (use: CheckUse): string => (use.kind === 'check' ? use.check : 'run');

/** What is typed, or answered, by mistake. */
export const mistakeText = ({ run, answer }: Pick<Mistake, 'run' | 'answer'>): string => run ?? `answer ${answer}`;
