import type { Readable } from 'node:stream';
import type { World, WorldError } from '../world.ts';
/** The learner's shell on the machine, as a terminal. It goes on when this view of it is closed. */
export type Terminal = {
  readonly output: Readable;
  write(data: string | Uint8Array): void;
  resize(columns: number, rows: number): Promise<void>;
  /** Resolves when the shell has ended, or the connection to it. */
  readonly closed: Promise<void>;
  close(): void;
};

/** What a learner typed on the machine to speak to Seatrial: `hint`, `answer 42`. */
export type Said = { readonly words: readonly string[]; readonly at: number };

/** The container that is a lab's own host. */
export type Machine = {
  readonly id: string;
  readonly name: string;
  readonly world: World;
  /** A view of the learner's shell; with a name, of another shell of that name. */
  terminal(size: { readonly columns: number; readonly rows: number }, name?: string): Promise<Terminal>;
  /** Resolves once these images, names of folders in `images/`, can be run on the machine, and in its cluster. */
  load(images: readonly string[]): Promise<void>;
  /** Resolves when the machine, or its cluster, was stopped or removed by somebody else, with what to say about it. */
  readonly gone: Promise<WorldError>;
  /** Tells the world's listeners what only its owner knows: the terminal is still again, the clock has ticked. */
  wake(topic: 'terminal.quiet' | 'tick'): void;
  onSaid(listener: (said: Said) => void): () => void;
  /** Lets go of the machine, which goes on. */
  detach(): Promise<void>;
  /** Removes the machine and everything in it, and what its session has made in a cluster. */
  remove(): Promise<void>;
};
