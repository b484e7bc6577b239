import type { Readable } from 'node:stream';
import type { Message } from '../../words/message.ts';
import type { World, WorldError } from '../world.ts';
import type { MachineNeeds } from './needs.ts';

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

/** What is known of a machine from its labels, without entering it. */
export type MachineRecord = {
  readonly id: string;
  readonly name: string;
  readonly session: string;
  readonly lab: string;
  /** Reference of the image that it was made from; empty where it was not written down yet. */
  readonly image: string;
  readonly running: boolean;
  readonly createdAt: number;
};

export type MachineRequest = {
  readonly session: string;
  readonly lab: string;
  readonly language: string;
  /** A Docker engine unless given. */
  readonly needs?: MachineNeeds;
  /** What the lab brings along, by path in the learner's home. */
  readonly files?: ReadonlyMap<string, { readonly content: Buffer; readonly mode: number }>;
  /** Calls off the making of a cluster. */
  readonly signal?: AbortSignal;
  /** Told what takes its time, for the learner. */
  readonly tell?: (message: Message) => void;
};

/** What opens machines on the learner's engine, finds them again and removes them. */
export type Machines = {
  create(request: MachineRequest): Promise<Machine>;
  /** Connects to a machine that exists, started again if it was stopped. */
  enter(record: MachineRecord, signal?: AbortSignal): Promise<Machine>;
  list(): Promise<readonly MachineRecord[]>;
  /** Whether it was made by a version of Seatrial whose machines are as this one's, so that both understand each other. */
  isCurrent(record: MachineRecord): boolean;
  remove(record: MachineRecord): Promise<void>;
};
