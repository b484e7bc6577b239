import type { Message } from '../words/message.ts';

/** What is wrong with a lab file, and where. Line and column count from 1, in characters. */
export type Diagnostic = {
  /** Stable, for tests and for `# seatrial-ignore`: `unknown-check`. */
  readonly code: string;
  /** It could be better, but nothing is wrong. */
  readonly level?: 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: Message;
  /** The line it stands on, and how many characters of it are meant. Absent where the file cannot be read. */
  readonly excerpt?: { readonly text: string; readonly length: number };
  /** The nearest name that there is. */
  readonly suggestion?: string;
  /** What can safely be written in place of the part that is meant. */
  readonly replacement?: string;
};

/** By place in the file, so that an author reads from top to bottom. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
