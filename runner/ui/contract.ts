import type { LabIn } from '../lab/lab.ts';
import type { Session } from '../session/session.ts';
import type { Language } from '../words/message.ts';
import type { Terminal } from '../world/machine/machine.ts';
import type { Extension } from './extension.ts';
import type { Split } from './terminal/geometry.ts';

export type ScreenStreams = { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream };

export type LabScreenRequest = ScreenStreams & {
  /** The same lab with its texts in each language. */
  readonly labs: LabIn;
  readonly language: Language;
  readonly session: Pick<Session, 'state' | 'subscribe' | 'send'>;
  readonly terminal: (size: { readonly columns: number; readonly rows: number }) => Promise<Terminal>;
  /** ms since 1970 */
  readonly now: () => number;
  /** The shell's output has changed and is still again, or goes on and on. */
  readonly onQuiet?: () => void;
  /** Ends the command that holds the learner's shell. */
  readonly freeShell?: () => void;
  /** What the learner says to Seatrial by commands in the shell; the screen acts on `steps`, `leave` and `help`. */
  readonly onSaid?: (listener: (words: readonly string[]) => void) => () => void;
  /** The learner has switched the language. */
  readonly onLanguage?: (language: Language) => void;
  /** How far the learner has moved the split before; not at all unless given. */
  readonly split?: Split | undefined;
  /** The learner has moved it. */
  readonly onSplit?: (split: Split) => void;
  /** What else is shown, for whoever is no learner; the machine is then nothing to be kept. */
  readonly extension?: Extension;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** How the learner left: `keep` for later, or `remove` the machine. `ended`: a signal or a closed terminal, so keep. */
export type Leaving = { readonly how: 'keep' | 'remove' | 'ended' };

export type HomeEntry = {
  readonly id: string;
  readonly title: string;
  readonly track: string;
  readonly minutes: number;
  /** `Docker` or `Kubernetes` */
  readonly engine: string;
  readonly state: 'new' | 'begun' | 'done';
  /** Steps ended and in all, for one that is begun. */
  readonly progress?: { readonly done: number; readonly steps: number };
};

export type HomeRequest = ScreenStreams & {
  readonly entries: Readonly<Record<Language, readonly HomeEntry[]>>;
  /** Sentences to be shown above the list: a machine that nobody used for seven days. */
  readonly notices: readonly string[];
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type HomeChoice =
  | { readonly type: 'open'; readonly lab: string; readonly language: Language }
  /** `interrupted`: by Ctrl-C. */
  | { readonly type: 'quit'; readonly interrupted?: true };
