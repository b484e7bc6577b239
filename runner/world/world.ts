import type { Blame } from '../verdict/verdict.ts';
import { type Message, message } from '../words/message.ts';
import type { DockerWorld } from './docker/model.ts';
import type { HostWorld } from './host/model.ts';
import type { KubernetesWorld } from './kubernetes/model.ts';
import type { ShellWorld } from './shell/model.ts';
import type { Wake } from './wake.ts';

/** Everything a check may ask about. */
export type World = {
  readonly docker: DockerWorld;
  readonly kubernetes: KubernetesWorld;
  readonly host: HostWorld;
  readonly shell: ShellWorld;
  /** The machine's clock, ms since 1970. */
  now(): Promise<number>;
  /** Calls back for whatever may have changed. Returns the way to stop. */
  subscribe(listener: (wake: Wake) => void): () => void;
};

/**
What kind of trouble it is, for whoever decides by it: the explanation is for people alone.

- `silent`: an API server gave no answer, and why may yet be found out
- `broken`: a cluster that only another one can replace
- `machine-gone`: a machine that was there is no more
- `cluster-gone`: a cluster, or a session's place in it, is no more, or was put to rest
- `foreign`: something about a cluster of somebody's own
- `late`: a script was stopped at its deadline
- `inside`: what somebody has made in a container keeps it from being looked at: theirs to take away, not the machine's fault
- `packages`: the package manager gave a reason that is not known
- `failed`: anything else
*/
export type WorldErrorCode =
  | 'silent'
  | 'broken'
  | 'machine-gone'
  | 'cluster-gone'
  | 'foreign'
  | 'late'
  | 'inside'
  | 'packages'
  | 'failed';

export type WorldErrorOptions = {
  /** `failed` unless given. */
  readonly code?: WorldErrorCode;
  /** `machine` unless given. */
  readonly blame?: Blame;
  readonly cause?: unknown;
};

/** The world could not be asked. Never the learner's fault. */
export class WorldError extends Error {
  readonly explanation: Message;
  readonly code: WorldErrorCode;
  readonly blame: Blame;

  constructor(explanation: Message, { code = 'failed', blame = 'machine', cause }: WorldErrorOptions = {}) {
    super(explanation.id, { cause });
    this.name = 'WorldError';
    this.explanation = explanation;
    this.code = code;
    this.blame = blame;
  }
}

/** A script that was stopped at its deadline (ms). The machine's fault, unless it is an author's who could have made it faster. */
export class ScriptLate extends WorldError {
  readonly seconds: number;

  constructor(deadline: number) {
    const seconds = deadline / 1000;
    super(message('world.script-late', { seconds }), { code: 'late' });
    this.seconds = seconds;
  }
}
