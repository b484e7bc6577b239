import type { Container } from '../../../runner/api.ts';
import type { DidParams } from './check.ts';

/** Something that the learner has done: a program run inside a container, a call of the API, a line typed on the machine itself. */
export type Deed = {
  readonly by: 'run' | 'call' | 'line';
  /** A program as it would be typed after `docker exec` and the container; a call's name. */
  readonly what: string;
  /** By what names a program may be called for. */
  readonly names: readonly string[];
  /** What it was about, by name, and whether that is what was asked for. */
  readonly of: string;
  readonly here: boolean;
  /** A program's exit code: unset while it runs, and of one that was typed in a shell inside. */
  readonly exit?: number;
  readonly running?: true;
  /** Why it could not be started, in the engine's words. */
  readonly error?: string;
  /** The first few folders that it read. */
  readonly listed?: readonly string[];
  /** Whether it showed what is asked for. */
  readonly has?: boolean;
  /** It came across what is asked for, and leaves it out by its own options. */
  readonly hides?: true;
  /** Why something may have been missed that was run inside. */
  readonly missed?: string;
  /** What kind of object a call was about; whether the engine has refused it. */
  readonly kind?: string;
  readonly refused?: boolean;
  /** Of a list: how many were on it; how many were not that should have been, and of how many that cannot be told. */
  readonly shows?: number;
  readonly lacks?: number;
  readonly unsure?: number;
  /** Of one with nothing on it: how many should have been on it as the step opened. */
  readonly lost?: number;
};

export type Done = Deed & { readonly at: number };

/** The container that is asked about, which may be gone by now. */
export type Known = Pick<Container, 'id' | 'name'>;

/** Whether it is what was asked for, whatever it was about and came to. */
export function isWanted({ by, what, names, kind }: Deed, { exec, call, list }: DidParams): boolean {
  if (by === 'run') return names.some((each) => [exec?.program].flat().includes(each));
  return by === 'call' && (list === undefined ? [call].flat().includes(what) : `${what} ${kind}s` === `list ${list}`);
}

/** Whether a file must have been shown, not a folder. */
export const isOfFile = ({ exec }: DidParams): boolean => exec?.lists?.startsWith('/') === false;

/**
Whether a program ended as it should. What has shown a file itself need not end well: `find` stumbles over processes that end. One that
goes on shows what it shows; where no exit code is known, that decides.
*/
export function endedWell({ exit, running, has }: Deed, wanted: DidParams): boolean {
  if (wanted.exec?.exit !== undefined) return exit === wanted.exec.exit;
  if (exit !== undefined) return exit === 0 || (has === true && isOfFile(wanted));
  return !running || has === true;
}
