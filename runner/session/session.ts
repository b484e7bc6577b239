import type { Message } from '../words/message.ts';
import type { SessionEvent } from './event.ts';
import type { Intent } from './intent.ts';
import type { SessionState } from './state.ts';

export type SessionListener = (event: SessionEvent, state: SessionState) => void;

/** A running session, as screens, reporters and the prover see it. */
export type Session = {
  state(): SessionState;
  /** Calls back after each event, with the state it led to. Returns the way to stop. */
  subscribe(listener: SessionListener): () => void;
  send(intent: Intent): void;
  /** Tells of a trouble that no check sees, such as a disk that is full; with `undefined`, that it is over. */
  report(trouble: Message | undefined, of?: 'journal'): void;
  /** Resolves once everything that happened so far has been judged. */
  settled(): Promise<void>;
  /** The same, and looked at again as often as a wake is followed by looks. */
  rested(): Promise<void>;
  close(): Promise<void>;
};
