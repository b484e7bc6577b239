import type { Message } from '../../words/message.ts';

/** One thing under way. */
export type Task = {
  /** What happens just now, as the tool says it. */
  line(text: string): void;
  /** How far it is: done of total, in any unit. */
  progress(done: number, total: number): void;
};

/** Tells somebody what set-up does. It shows nothing before the first task begins. */
export type Report = {
  /** What is still to come after the task under way, in order; taken off the list as each begins. */
  plan(titles: readonly Message[]): void;
  task<T>(title: Message, work: (task: Task) => Promise<T>): Promise<T>;
  /** A sentence that stays. */
  note(sentence: Message): void;
};
