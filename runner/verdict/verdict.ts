import type { Message } from '../words/message.ts';

/** Whose fault it is that we could not tell. */
export type Blame = 'machine' | 'lab' | 'seatrial';

/** What should be and what is, as short texts to be set side by side. */
export type Mismatch = { readonly expected: string; readonly actual: string };

/** The object that a check found and that later steps may speak of, as plain data for the journal. */
export type Found =
  | { readonly kind: 'container'; readonly id: string; readonly args?: string }
  | { readonly kind: 'pod'; readonly uid: string; readonly name: string }
  /** Any object of an engine but a container. Its fields are read by their paths in an inspect. */
  | { readonly kind: 'object'; readonly of: 'image' | 'network' | 'volume'; readonly id: string; readonly name: string }
  /** `of`: the objects that it was read of, by the names of their facts. */
  | { readonly kind: 'text'; readonly text: string; readonly of?: Readonly<Record<string, string>> };

/** What a check finds, and so what later steps may ask of it; `other`: one thing or another, nobody knows beforehand. */
export type Binds = Found['kind'] | 'other';

/**
A process that a verdict stands on. Where it is gone within 3 s, and not by the learner's doing, the step opens again. PIDs are those of
the machine, in a Pod those of its node; `startTicks` (field 22 of `/proc/PID/stat`) tells it from a later one of the same PID.
*/
export type Alive = { readonly pid: number; readonly startTicks?: number } & (
  | { readonly in: 'machine' }
  /** By its id. */
  | { readonly in: 'container'; readonly container: string }
  /** By the Pod's uid and the container's name. */
  | { readonly in: 'pod'; readonly pod: string; readonly container: string }
);

export type Passed = {
  readonly status: 'passed';
  readonly because: Message;
  /** What fits; the newest where several do. */
  readonly found?: Found;
  /** All others that fit as well, newest first: the learner's own acts will tell which is meant. */
  readonly alternatives?: readonly Found[];
  /** What the check asked for, and what must not end as soon as it has begun. */
  readonly alive?: readonly Alive[];
  /** Texts that later steps may speak of, by their names. */
  readonly gives?: Readonly<Record<string, string>>;
  /** When the action was done that passed (machine's clock, ms), where the check is about one: for the next step it counts no more. */
  readonly at?: number;
};

export type Pending = {
  readonly status: 'pending';
  readonly because: Message;
  readonly mismatch?: Mismatch;
  readonly hint?: Message;
  /** The learner tried something that this speaks about; without it nothing was tried yet. */
  readonly attempt?: boolean;
  /** What the learner was to do is done, as far as it can be seen, and takes its time: told though nothing was missed. */
  readonly underWay?: boolean;
  /** It was no fault of the learner's, so it is told but not counted. */
  readonly excused?: boolean;
  /** It tells that a line failed, and not why: what is known of the line itself is told instead. */
  readonly vague?: true;
};

export type Errored = { readonly status: 'errored'; readonly because: Message; readonly blame: Blame };

/** The outcome of judging evidence. Never a boolean: "we could not tell" is not "not yet". */
export type Verdict = Passed | Pending | Errored;

export const passed = (
  because: Message,
  { found, alternatives = [], alive = [], gives = {}, at }: Omit<Passed, 'status' | 'because'> = {},
): Passed => ({
  status: 'passed',
  because,
  ...(found && { found }),
  ...(alternatives.length > 0 && { alternatives }),
  ...(alive.length > 0 && { alive }),
  ...(Object.keys(gives).length > 0 && { gives }),
  ...(at !== undefined && { at }),
});

export const pending = (because: Message, more: Omit<Pending, 'status' | 'because'> = {}): Pending => ({
  status: 'pending',
  because,
  ...more,
});

export const errored = (blame: Blame, because: Message): Errored => ({ status: 'errored', because, blame });
