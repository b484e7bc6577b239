import type { Message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { CommandContext } from './context.ts';
import { wrappedQuestion } from './wrapped.ts';

/** Asks in the terminal whether to do something. `given`: what Enter alone says. Rejects where the question is called off. */
export async function isSure(
  { language, stdin, stdout }: CommandContext,
  question: Message,
  given: boolean,
): Promise<boolean> {
  const { default: inquirer } = await import('inquirer');
  const { sure } = await inquirer.createPromptModule({ input: stdin, output: stdout })<{ sure: boolean }>([
    { type: 'confirm', name: 'sure', message: wrappedQuestion(say(language, question), stdout), default: given },
  ]);
  return sure;
}
