import type { Language } from '../words/message.ts';
import type { AnswerKind } from './answerKind.ts';
import type { Says } from './checkKeys.ts';
import type { Predict } from './predict.ts';
import type { StepTexts } from './stepTexts.ts';
import type { Waits } from './waits.ts';

/** Where something stands in a lab file; line and column count from 1. */
export type Position = { readonly file: string; readonly line: number; readonly column: number };

export type CheckUse =
  | {
      readonly kind: 'check';
      /** `docker/container` */
      readonly check: string;
      /** As written, `${facts}` not yet filled in. */
      readonly params: Readonly<Record<string, unknown>>;
      /** The name under which what it finds is known to later steps. */
      readonly as?: string;
      /** The fact whose object it may be as well; any other's it is never. */
      readonly same?: string;
      /** What is said in place of its own words. */
      readonly say?: Says;
      /** For how many seconds it must be so. */
      readonly stays?: number;
      readonly position: Position;
    }
  | {
      readonly kind: 'script';
      readonly run: string;
      /** `host`: the machine alone; else all that the lab runs on. */
      readonly sees?: readonly 'host'[];
      readonly stays?: number;
      /** Names of the facts that it gives. */
      readonly gives?: readonly string[];
      /** Functions that stand before it. */
      readonly lib?: string;
      readonly position: Position;
    };

export type Question = {
  /** Unique in its step: as written, else `1`, `2` … */
  readonly id: string;
  readonly ask: string;
  /** Any of these is right; `${facts}` are read from the live world when the learner answers. */
  readonly answer: readonly string[];
  /** Plausible wrong answers, and what to say to each. */
  readonly near: readonly { readonly value: string; readonly say: string }[];
  /** How an answer is read: as written, else as its facts tell, else `text`. */
  readonly kind: AnswerKind;
  /** The column or field of a tool that is asked for; the kind's own unless given. */
  readonly column?: string;
  /** What is to be chosen from, where the kind is `choice`. */
  readonly choices?: readonly string[];
  /** Every right one of them must be chosen, and no other. */
  readonly all?: true;
  /** How far a number may be from what is right: `5%`, or an amount. */
  readonly tolerance?: string;
  readonly position: Position;
};

export type Variant = { readonly run: string; readonly position: Position };

/** What people are likely to do wrong, and what the message to it must contain. */
export type Mistake = {
  readonly run?: string;
  /** Typed into the answer field instead; `$(…)` is evaluated on the machine. */
  readonly answer?: string;
  /** Which question the answer is for; the first unless given. */
  readonly question?: string;
  /** Occurs in the message, `${facts}` filled in; in English. */
  readonly expect: string;
  /** Typed afterwards, where the mistake leaves something in the way. */
  readonly undo?: string;
  /** It cannot be undone, and is tried on a machine of its own. */
  readonly fresh?: true;
  readonly position: Position;
};

/** A small change of the solution that may pass, too, and why. */
export type Harmless = { readonly run: string; readonly because: string; readonly position: Position };

/** What must be so before a lab, or a step, opens: a script, with functions that stand before it. */
export type Setup = { readonly run: string; readonly lib?: string; readonly position: Position };

/** Its texts are Markdown, hints from a nudge to nearly the command; one that is not there is empty. */
export type Step = StepTexts & {
  readonly id: string;
  readonly setup?: Setup;
  /** Passing once is enough, or it must still hold at the end. */
  readonly passes: 'once' | 'holds';
  /** For how many seconds a proof waits until a right way passes it, at least. */
  readonly timeout?: number;
  /** Asked before the learner acts, and never graded. */
  readonly predict?: Predict;
  /** What the world takes its time for once the learner has acted. */
  readonly waits?: Waits;
  readonly checks: readonly CheckUse[];
  readonly questions: readonly Question[];
  /** Shown and typed before the solution, to show where to look. */
  readonly look: string;
  /** Typed into the machine's shell, as a learner would; `${facts}` filled in. Empty where answering is all. */
  readonly solution: string;
  readonly variants: readonly Variant[];
  readonly mistakes: readonly Mistake[];
  readonly harmless?: readonly Harmless[];
  /** Ids of concepts. */
  readonly teaches: readonly string[];
  /** Values to keep at the moment the step passes: fact name → template. */
  readonly keep: Readonly<Record<string, string>>;
  readonly position: Position;
};

/** What the lab has shown, and the evidence of this very run: a template over facts. */
export type Claim = { readonly text: string; readonly evidence: string };

export type Lab = {
  readonly id: string;
  readonly track: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly needs: {
    readonly docker?: Readonly<Record<string, never>>;
    readonly kubernetes?: { readonly cluster?: 'own' | 'shared'; readonly nodes?: number; readonly node?: boolean };
    readonly network?: 'own';
  };
  /** Names of folders in `images/`. */
  readonly images: readonly string[];
  readonly setup?: Setup;
  readonly steps: readonly Step[];
  readonly claims: readonly Claim[];
  /** What it is written in; in others it reads as here. */
  readonly languages: readonly Language[];
  /** The language its texts are in. */
  readonly language: Language;
  /** Path of lab.yaml. */
  readonly file: string;
  /** Of the lab's files: a session remembers what it was begun with. */
  readonly digest: string;
};

/** The same lab with its texts in each language; English where a text is not translated. */
export type LabIn = Readonly<Record<Language, Lab>>;
