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

/** The world could not be asked. Never the learner's fault. */
export class WorldError extends Error {
  readonly explanation: Message;
  readonly blame: Blame;

  constructor(explanation: Message, options: { readonly blame?: Blame; readonly cause?: unknown } = {}) {
    super(explanation.id, { cause: options.cause });
    this.name = 'WorldError';
    this.explanation = explanation;
    this.blame = options.blame ?? 'machine';
  }
}

/** A script that was stopped at its deadline (ms). The machine's fault, unless it is an author's who could have made it faster. */
export class ScriptLate extends WorldError {
  readonly seconds: number;

  constructor(deadline: number) {
    const seconds = deadline / 1000;
    super(message('world.script-late', { seconds }));
    this.seconds = seconds;
  }
}
