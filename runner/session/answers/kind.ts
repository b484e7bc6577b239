import type { Subject } from './owners.ts';

/** What a question asks for besides its kind. */
export type Asked = {
  /** The column or field of a tool; the kind's own unless given. */
  readonly column?: string;
  readonly choices?: readonly string[];
  /** How far a number may be from what is wanted. */
  readonly tolerance?: string;
  /** What the question speaks of itself. */
  readonly about?: readonly string[];
  /** Whose value is asked for; not there where no fact tells. */
  readonly subject?: Subject;
  /** Plausible wrong answers. */
  readonly near?: readonly string[];
  /** What is right: a text that can be read in two ways is read in the one that it can be compared by. */
  readonly expected: readonly string[];
};

/** What a text says, in one kind's eyes. */
export type Reading = {
  /** Each value that is given as the answer, once. */
  readonly values: readonly string[];
  /** What is given under another's name: `PPID 204` where the PID is asked. */
  readonly others: readonly { readonly name: string; readonly value: string }[];
};

/** How people and tools write a value of one kind. All texts are `plain` ones. */
export type Kind = {
  readonly read: (text: string, asked: Asked) => Reading;
  /** Whether a value that was read is the one that is wanted, as a lab writes that. */
  readonly same: (value: string, wanted: string, asked: Asked) => boolean;
  /** Whether it is only the beginning of what is wanted, where a narrow pane ends. */
  readonly isCut?: (value: string, wanted: string) => boolean;
  /** Whether it is what is wanted but for its hyphens. */
  readonly isMisspelt?: (value: string, wanted: string) => boolean;
};

export const reading = (values: readonly string[], others: Reading['others'] = []): Reading => ({
  values: [...new Set(values)],
  others,
});
