import type { Diagnostic } from '../../lab/diagnostic.ts';
import type { Tone } from '../../ui/text/line.ts';
import type { Message } from '../../words/message.ts';

/** A sentence about what was done, and what it is about. */
export type Saying = {
  readonly mark: string;
  readonly tone: Tone;
  readonly words: Message;
  /** Short texts to be set side by side. */
  readonly mismatch?: { readonly expected: string; readonly actual: string };
};

export const good = (words: Message): Saying => ({ mark: '✔', tone: 'good', words });
export const bad = (words: Message, mismatch?: Saying['mismatch']): Saying => ({
  mark: '✘',
  tone: 'bad',
  words,
  ...(mismatch && { mismatch }),
});
export const note = (words: Message): Saying => ({ mark: '→', tone: 'accent', words });

/** What the author has opened over the whole window. */
export type Page =
  | { readonly type: 'goTo'; readonly cursor: number }
  | { readonly type: 'try'; readonly cursor: number }
  /** Of one step; `unfolded`: its checks and questions, from 0, whose JSON is shown in full. */
  | { readonly type: 'evidence'; readonly step: number; readonly unfolded: ReadonlySet<number> };

export type AuthorState = {
  /** What keeps the files as they are from being a lab: the last that was one goes on. */
  readonly broken: readonly Diagnostic[];
  /** What has changed that a machine is made by. */
  readonly stale: readonly string[];
  /** What is being done now. */
  readonly doing?: Message;
  readonly said: readonly Saying[];
  readonly page?: Page;
};

export const calm: AuthorState = { broken: [], stale: [], said: [] };
