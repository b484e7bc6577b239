import type { Message } from '../../words/message.ts';
import type { Machine } from '../../world/machine/machine.ts';
import type { MachineNeeds } from './needs.ts';

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
