import type { Message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { CommandContext } from './context.ts';
import { reportTo } from './progress/reportTo.ts';

/** Shows on standard error what takes its time, until a work has ended; nothing where there is nothing to tell. */
export async function telling<T>(
  { stderr, env, language }: CommandContext,
  work: (tell: (message: Message) => void) => Promise<T>,
): Promise<T> {
  const ended = Promise.withResolvers<void>();
  let shown: Promise<void> | undefined;
  let line = (_: string) => {};
  const begin = (first: Message) =>
    reportTo(stderr, env, language).task(first, (task) => {
      line = task.line;
      return ended.promise;
    });
  const tell = (message: Message): void => {
    if (shown) line(say(language, message));
    else shown = begin(message);
  };
  try {
    return await work(tell);
  } finally {
    ended.resolve();
    await shown;
  }
}
