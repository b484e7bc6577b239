import type { Message } from '../../words/message.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Lab } from '../lab.ts';
import type { LooseLab } from '../loose.ts';
import type { Overlay } from '../overlay.ts';
import type { Source } from '../source.ts';
import type { Known } from '../validate/validation.ts';
import type { Script } from './script/script.ts';

/** What a narrow panel can show of a step's text and questions at once: the screen knows. */
export type PanelRoom = {
  readonly columns: number;
  readonly rows: number;
  /** How many lines a text in Markdown takes there, without empty ones. */
  lines(text: string): number;
};

/** A lab without mistakes in its form, and the files that it was read from. */
export type Subject = {
  readonly lab: Lab;
  readonly source: Source;
  readonly loose: LooseLab;
  readonly translation?: { readonly source: Source; readonly overlay: Overlay; readonly lab: Lab };
  readonly known: Known;
  /** Its check scripts. */
  readonly scripts: readonly Script[];
  /** What prepares it and its steps. */
  readonly setups: readonly Script[];
};

/** A habit that makes labs worse. What it finds has its id as code. */
export type Rule = {
  readonly id: string;
  /** What it finds is told, and passes. */
  readonly level?: 'warning';
  /** What it asks for and why, for the reference. */
  readonly about: Message;
  /** For the reference. */
  readonly examples?: { readonly wrong: readonly string[]; readonly right: readonly string[] };
  readonly look: (subject: Subject, room: PanelRoom) => readonly Diagnostic[];
};
