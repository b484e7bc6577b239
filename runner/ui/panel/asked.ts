import type { Question } from '../../lab/lab.ts';
import { type Language, message } from '../../words/message.ts';
import { say } from '../../words/say.ts';

type Asked = Pick<Question, 'ask' | 'all'> & { readonly choices?: readonly string[] | undefined };

/** A question as it is shown: what is to be chosen from stands under it, each with its number. */
export const askOf = ({ ask, choices, all }: Asked, language: Language): string =>
  [
    all ? `${ask} ${say(language, message('screen.chooseAll'))}` : ask,
    ...(choices ? [choices.map((each, index) => `${index + 1}. ${each}`).join('\n')] : []),
  ].join('\n\n');
