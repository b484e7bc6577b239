import type { Message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lab } from '../lab.ts';
import type { Overlay } from '../overlay.ts';
import type { Source } from '../source.ts';
import type { Known } from '../validate/validation.ts';

/** A lab without mistakes in its form, and the files that it was read from. */
export type Subject = {
  readonly lab: Lab;
  readonly source: Source;
  readonly translation?: { readonly source: Source; readonly overlay: Overlay; readonly lab: Lab };
  readonly known: Known;
};

/** A habit that makes labs worse. What it finds has its id as code. */
export type Rule = {
  readonly id: string;
  /** What it asks for and why, for the reference. */
  readonly about: Message;
  readonly look: (subject: Subject) => readonly Diagnostic[];
};
