import { message, z } from '../../../runner/api.ts';
import type { Observation, Refused } from '../../kit/judge.ts';
import { latest } from '../failedAttempts.ts';

/** A process and its children, as they were when it was first seen since the step opened. */
const processShape = z.object({
  pid: z.number(),
  /** Its PID in the Pod. */
  inside: z.number(),
  /** Tells it from a later one of the same PID. */
  start: z.number(),
  /** `PID start PID-in-the-Pod` of each child. */
  children: z.array(z.string()),
  /** A signal has stopped it. */
  stopped: z.literal(true).optional(),
  /** When these were seen, by the machine's clock in ms. */
  at: z.number(),
});

/** A `kill` that the learner ran by an exec: what it was to signal was these PIDs, each with what ran under it at the first look after that. */
const killShape = z.object({
  at: z.number(),
  /** What the exec ended with, where its node shows that. */
  code: z.number().optional(),
  signal: z.string(),
  targets: z.array(z.object({ pid: z.number(), line: z.string() })),
  /** How many processes of that name had been seen by then, and how many lines the container had said of signals. */
  seen: z.number(),
  heard: z.number(),
});

/** `uid`: the Pod's. One of the same name that was made anew begins with nothing seen. */
export const keptShape = z.object({
  uid: z.string().optional(),
  seen: z.array(processShape),
  kills: z.array(killShape),
});

export type Process = z.infer<typeof processShape>;
export type Kill = z.infer<typeof killShape>;

export type Signals = {
  readonly now?: Omit<Process, 'at'>;
  /** Every process of that name that there has been since the step opened, the first one first. */
  readonly seen: readonly Process[];
  /** What the container has said of signals since then, as nginx does: `signal 1 (SIGHUP) received from 25, reconfiguring`. */
  readonly heard: readonly { readonly at: number; readonly text: string }[];
  /** When the process itself got SIGHUP last since then, as the kernel has seen it from a time on; unset where the node does not show that. */
  readonly got?: { readonly from: number; readonly at?: number };
  /** Whether the container is known to tell of every signal, so that what it has not told of has not come. */
  readonly tells: boolean;
  readonly kills: readonly Kill[];
  /** What the container said, after a signal that it had heard, of why it goes on as it was. */
  readonly unheeded?: string;
};

/** Whether a server says that it does not begin anew since it cannot, by nginx's level for it; what its children say, under PIDs of their own, is not that. */
export const refuses = (text: string, inside: number | undefined): boolean =>
  /\[emerg\] (\d+)#/.exec(text)?.[1] === String(inside);

/** One process in one Pod. `met`: what came to nothing and was meant for it. `aside`: what was done in another Pod, told where nothing was tried here. */
export function evidenceOf(pod: string, is: Signals, met?: Refused, aside?: Refused): Observation<Signals> {
  const at = Math.max(is.kills.at(-1)?.at ?? 0, is.heard.at(-1)?.at ?? 0);
  const obstacle = at > 0 ? met : latest(met, aside);
  return { subjects: [{ id: pod, name: pod, fresh: true, at, is }], ...(obstacle && { obstacle }) };
}

/** `namespace`: where that is another. */
export const elsewhere = (at: number, name: string, namespace: string | undefined, pod: string): Refused =>
  namespace === undefined
    ? // Another check of the same step may have asked for just that.
      { at, because: message('kube.signalled.elsewhere', { name, pod }), attempt: false }
    : { at, because: message('kube.signalled.stray', { name, namespace, pod }) };
