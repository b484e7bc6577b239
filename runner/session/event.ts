import type { AnswerKind } from '../lab/answerKind.ts';
import type { Evidence } from '../verdict/judge.ts';
import type { Found, Verdict } from '../verdict/verdict.ts';
import type { Message } from '../words/message.ts';
import type { Subject } from './answers/owners.ts';

/** How a step came to its end. */
export type Ending = 'solved' | 'shown' | 'skipped';

/** What happened in a session: the one union that the screen, the reporters and the journal read. `at` is in ms since 1970. */
export type SessionEvent = { readonly at: number } & (
  | { readonly type: 'session.opened'; readonly session: string; readonly lab: string; readonly digest: string }
  | { readonly type: 'session.resumed' }
  /** What must be so before this step opens, or before any does, is being made so. */
  | { readonly type: 'setup.began'; readonly before?: string }
  | { readonly type: 'setup.ended'; readonly before?: string; readonly ready: boolean }
  /** `since`: actions count from then on, by the machine's clock. */
  | { readonly type: 'step.opened'; readonly step: string; readonly since: number }
  | {
      readonly type: 'check.judged';
      readonly step: string;
      /** Which of the step's checks, from 0. */
      readonly check: number;
      /** With every `${fact}` filled in. */
      readonly params: unknown;
      readonly evidence: Evidence;
      readonly verdict: Verdict;
      /** What woke it. */
      readonly topic: string;
      /** When that happened, by the machine's clock. */
      readonly wokenAt: number;
    }
  /** The process that this check asked for is watched no more: it lives on, or the learner has ended it. */
  | { readonly type: 'check.stands'; readonly step: string; readonly check: number }
  /** That process ended by itself soon after the check had passed. What was done in later steps stays done. */
  | { readonly type: 'step.reopened'; readonly step: string; readonly check: number; readonly because: Message }
  /** What a check has to remember of what it saw, for its next look; `of`: where several objects fit, of which. */
  | {
      readonly type: 'check.kept';
      readonly step: string;
      readonly check: number;
      readonly kept: unknown;
      readonly of?: string;
    }
  | {
      readonly type: 'question.answered';
      readonly step: string;
      readonly question: string;
      readonly evidence: QuestionEvidence;
      readonly verdict: Verdict;
    }
  /** `value`: the newest that fits. `settled`: the learner's own acts have told which is meant. */
  | {
      readonly type: 'fact.bound';
      readonly name: string;
      readonly value: Found;
      readonly alternatives?: readonly Found[];
      readonly settled?: true;
    }
  /** `values`: what its references read now. */
  | {
      readonly type: 'hint.shown';
      readonly step: string;
      readonly hint: number;
      readonly values?: Readonly<Record<string, string>>;
    }
  /** What the learner predicts of it; `choice`: which of the choices that is, from 0. */
  | { readonly type: 'step.predicted'; readonly step: string; readonly given: string; readonly choice?: number }
  | { readonly type: 'solution.shown'; readonly step: string; readonly commands: string }
  /** The learner asked Seatrial to type it: whoever holds the terminal does so. */
  | { readonly type: 'solution.typed'; readonly step: string; readonly commands: string }
  /** `values`: what the references in its `learned` read now. */
  | {
      readonly type: 'step.ended';
      readonly step: string;
      readonly ending: Ending;
      readonly values?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'images.loading'; readonly images: readonly string[] }
  | { readonly type: 'images.ready'; readonly images: readonly string[] }
  /**
  The world cannot be asked, or the journal not be written; the way on is in the words. One of the lab's images, which could not
  be brought, goes on though checks can be judged. `setup`: what the lab must make so before a step has failed; `facts`: it speaks
  of what an earlier step makes, and that is not there.
  */
  | { readonly type: 'trouble.began'; readonly trouble: Message; readonly of?: TroubleOf }
  | { readonly type: 'trouble.ended' }
  | { readonly type: 'lab.finished'; readonly claims: readonly ProvenClaim[] }
  | { readonly type: 'session.left'; readonly keep: boolean }
);

export type TroubleOf = 'images' | 'journal' | 'setup' | 'facts';

/** What a claim's evidence reads with this run's values; none where a step that gives them was skipped. */
export type ProvenClaim = {
  readonly text: string;
  readonly evidence?: string;
  /** What was filled in, by its reference: whoever changes the language later reads it in that one. Older journals have none. */
  readonly filled?: Readonly<Record<string, string>>;
};

/** What an answer is judged on. All values are as text. */
export type QuestionEvidence = {
  readonly given: string;
  readonly expected: readonly string[];
  readonly near: readonly { readonly value: string; readonly say: string }[];
  /** How it is read; not there in journals from before questions had kinds, whose answers are judged as they were. */
  readonly kind?: AnswerKind;
  /** The column or field that is asked for; the kind's own unless given. */
  readonly column?: string;
  /** What was to be chosen from. */
  readonly choices?: readonly string[];
  /** Every right choice was asked for. */
  readonly all?: true;
  /** How far a number may be from what is right: `5%`, or an amount. */
  readonly tolerance?: string;
  /** What the question itself speaks of as code: `sleep 11111`. Said again in an answer, it is no value. */
  readonly about?: readonly string[];
  /** Whose value is asked for, and what may be mixed up with it; not there where no fact tells. */
  readonly subject?: Subject;
};
