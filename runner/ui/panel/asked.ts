import type { Question } from '../../lab/lab.ts';

/** A question as it is shown: what is to be chosen from stands under it, each with its number. */
export const askOf = ({ ask, choices }: Pick<Question, 'ask' | 'choices'>): string =>
  choices ? `${ask}\n\n${choices.map((each, index) => `${index + 1}. ${each}`).join('\n')}` : ask;
