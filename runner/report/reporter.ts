import type { ProofEvent } from '../prove/event.ts';
import type { Clock } from '../verdict/clock.ts';
import type { Language } from '../words/message.ts';

/** A listener that writes results. It never decides anything. */
export type Reporter = (event: ProofEvent) => void;

/** What a reporter may use. */
export type ReportSetting = {
  readonly language: Language;
  readonly write: (text: string) => void;
  readonly clock: Clock;
  /** A terminal: its size now, and whether it shows colours. Undefined for a file or a pipe. */
  readonly screen?: {
    readonly size: () => { readonly columns: number; readonly rows: number };
    readonly colours: boolean;
  };
  /** Paths are told relative to this folder. */
  readonly cwd: string;
  /** Adds to the page that the CI shows for its run, where it has one. */
  readonly summary?: (markdown: string) => void;
};

export type MakeReporter = (setting: ReportSetting) => Reporter;
