import type { Ways } from '../infra/cluster/severable.ts';
import type { Machines } from '../infra/machine/model.ts';
import type { Traces } from '../infra/machine/traces.ts';
import { newSessionId } from '../journal/folder.ts';
import type { Tools } from '../typist/harness.ts';
import { systemClock } from '../verdict/clock.ts';
import type { AnyCheck } from '../verdict/defineCheck.ts';

/** How long a step may take to pass unless told otherwise, in ms. */
export const defaultTimeout = 15_000;

type Given = {
  readonly machines: Machines;
  readonly traces: Traces;
  readonly checks: readonly AnyCheck[];
  readonly signal: AbortSignal;
  readonly ways?: Ways;
  readonly timeout?: number;
  /** Told what takes its time. */
  readonly tell?: Tools['tell'];
};

/** What proving is done with, by the time of this computer. */
export const proverTools = ({
  machines,
  traces,
  checks,
  signal,
  ways,
  timeout = defaultTimeout,
  tell,
}: Given): Tools => ({
  machines,
  traces,
  checks: new Map(checks.map((check) => [check.name, check])),
  clock: systemClock,
  signal,
  timeout,
  newSession: newSessionId,
  ...(ways && { ways }),
  ...(tell && { tell }),
});
