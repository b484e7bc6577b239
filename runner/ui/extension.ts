import type { LabIn } from '../lab/lab.ts';
import type { BareId, Language, Message } from '../words/message.ts';
import type { Press } from './panel/press.ts';
import type { Store } from './store.ts';
import type { Line } from './text/line.ts';

/** Lines in a language, none longer than these columns. */
export type Lay = (language: Language, columns: number) => readonly Line[];

export type ExtensionKey = {
  readonly key: string;
  readonly presses: readonly string[];
  readonly label: BareId;
  /** A sentence for the help, where there is room for one. */
  readonly help?: BareId;
};

/** What somebody besides the learner shows on a lab's screen: an author at work. */
export type ExtensionView = {
  /** What its keys are for, in the help. */
  readonly title: BareId;
  /** Above the step's text: what needs attention now. */
  readonly notice: Lay;
  /** Below what is noticed of the step. */
  readonly section: Lay;
  readonly keys: readonly ExtensionKey[];
  /** That of its keys which helps where the shell has ended, or its machine. */
  readonly rescue: ExtensionKey;
  /** Over the whole window, while there is one. */
  readonly page?: {
    readonly title: Message;
    readonly lines: Lay;
    readonly keys: readonly ExtensionKey[];
    /** The row that must be in view. */
    readonly at?: number;
  };
};

/** A part of the lab's screen that comes from outside. */
export type Extension = {
  readonly view: Store<ExtensionView>;
  /** A key of the panel; returns whether it was one of its own. `held`: a command has the shell. */
  press(key: Press, held: boolean): boolean;
  /** Moves in the page; returns whether it has something to be moved in. */
  move(rows: number): boolean;
  /** Takes its page away. */
  close(): void;
  /** The lab's texts are others now. */
  onLabs(listener: (labs: LabIn) => void): () => void;
  /** The machine is another one now, and so is its shell. */
  onMachine(listener: () => void): () => void;
};
