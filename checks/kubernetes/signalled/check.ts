import { defineCheck, type KubernetesAction, type Process, type World, z } from '../../../runner/api.ts';
import { isCalled } from '../../kit/command.ts';
import { ways } from '../act.ts';
import { withOutcomes } from '../acts.ts';
import { type GaveUp, lastGivenUp } from '../client.ts';
import { containerCalled, podCalled } from '../pods.ts';
import { adversaries } from './adversaries.ts';
import { judgeSignalled } from './verdict.ts';

const params = z.strictObject({
  pod: z.string().describe('Which Pod: a name, or a fact such as `${nginx}`.'),
  container: z.string().describe('In which of its containers the process runs.'),
  process: z.string().describe('How the command line of the one that was to be signalled begins: `nginx: master`.'),
});

export type SignalledParams = z.infer<typeof params>;

/** A process and its children, as they were when it was first seen since the step opened. */
export type Seen = {
  readonly pid: number;
  /** Its PID in the Pod. */
  readonly inside: number;
  /** Tells it from a later one of the same PID. */
  readonly start: number;
  /** `PID start PID-in-the-Pod` of each child. */
  readonly children: readonly string[];
  /** When these were seen, by the machine's clock in ms. */
  readonly at: number;
};

/** A `kill` that the learner ran by an exec: what it was to signal was these PIDs, each with what ran under it at the first look after that. */
export type Kill = {
  readonly at: number;
  /** What the exec ended with, where its node shows that. */
  readonly code?: number;
  readonly signal: string;
  readonly targets: readonly { readonly pid: number; readonly line: string }[];
  /** How many processes of that name had been seen by then, and how many lines the container had said of signals. */
  readonly seen: number;
  readonly heard: number;
};

export type SignalledEvidence = {
  readonly pod?: string;
  /** The Pod's: one of the same name that was made anew begins with nothing seen. */
  readonly uid?: string;
  readonly restarts: number;
  readonly now?: Omit<Seen, 'at'>;
  /** Every process of that name that there has been since the step opened, the first one first. */
  readonly seen: readonly Seen[];
  /** What the container has said of signals since then, as nginx does: `signal 1 (SIGHUP) received from 25, reconfiguring`. */
  readonly heard: readonly { readonly at: number; readonly text: string }[];
  /** Whether the container is known to tell of every signal, so that what it has not told of has not come. */
  readonly tells: boolean;
  readonly kills: readonly Kill[];
  /** What the container said, after a signal that it had heard, of why it goes on as it was. */
  readonly unheeded?: string;
  /** The last SIGHUP by an exec in another Pod: its name, and its namespace where that is another. */
  readonly elsewhere?: { readonly name: string; readonly namespace?: string; readonly at: number };
  readonly gaveUp?: GaveUp;
  /** What the API refused last of what leads into a Pod, in its words. */
  readonly refused?: { readonly said: string; readonly at: number };
};

type Kept = Pick<SignalledEvidence, 'uid' | 'seen' | 'kills'>;

/** A process was told by SIGHUP to begin anew: it is the same, and as many children of it are new as there were. */
export const signalled = defineCheck<SignalledParams, SignalledEvidence>({
  name: 'kubernetes/signalled',
  about:
    'Since the step opened, a process that replaces its children on SIGHUP, such as the master of nginx, was sent it: it is the same process, and has as many new children as there were. Tells a killed child, a restarted container and a signal to another process from that.',
  params,
  wakesOn: ['kubernetes.action', 'kubernetes.object.Pod', 'terminal.quiet', 'shell.command', 'kubernetes.log'],
  sees: ['actions', 'processes'],
  settles: true,
  adversaries,
  observe,
  keeps: ({ uid, seen, kills }): Kept => ({ ...(uid && { uid }), seen, kills }),
  judge: judgeSignalled,
});

/** A child that came so soon after its parent belongs to how it began, in clock ticks of 10 ms: it is none that a signal made. */
const beginning = 100;

async function observe(
  world: World,
  { pod: reference, container: name, process }: SignalledParams,
  { since, signal, kept }: { since: number; signal: AbortSignal; kept?: unknown },
): Promise<SignalledEvidence> {
  const { kubernetes, now: clock } = world;
  const all = keptFrom(kept);
  const pods = await kubernetes.pods(signal);
  const pod = podCalled(pods, reference);
  const container = pod && containerCalled(pod, name);
  if (!pod || !container) return { restarts: 0, heard: [], tells: false, ...(all ?? { seen: [], kills: [] }) };
  const before = all?.uid === pod.uid ? all : undefined;
  // The log first: what children there are by the time that a signal was heard of is then known not to be from before.
  const log = await kubernetes.logLines(pod, name, signal);
  const running = await kubernetes.processes(pod, undefined, signal);
  const at = await clock();
  const own = running.filter((each) => each.container === container.id);
  const main = own.find((each) => isCalled(each, process));
  const children = own.filter((each) => main && each.parent === main.pid);
  const heard = log
    .filter((each) => each.at >= since)
    .flatMap((each) =>
      (/signal \d+ \(SIG\w+\) received.*/.exec(each.text) ?? []).map((text) => ({ at: each.at, text })),
    );
  const now = main && {
    ...{ pid: main.pid, inside: main.insidePid, start: main.startTicks },
    children: children.map(asChild),
  };
  const initial = children.filter((each) => main && each.startTicks - main.startTicks <= beginning).map(asChild);
  /** What has this PID where it was typed: in a Pod that shares, everywhere the same. */
  const lineAt = (pid: number, at: string): string => {
    const id = containerCalled(pod, at)?.id;
    const found = running.find((each) => each.insidePid === pid && (pod.sharesProcesses || each.container === id));
    return found ? found.args.join(' ') || found.name : '';
  };
  const isFirst = all?.uid === undefined || before?.seen.length === 0;
  const seen = now ? withSeen(before?.seen ?? [], { ...now, at }, initial, isFirst) : (before?.seen ?? []);
  const known = new Set((before?.kills ?? []).map(({ at }) => at));
  // What a PID led to is told once: later it may be another's, or nobody's.
  const fresh = kubernetes
    .actions(since)
    .filter(
      (each) =>
        each.name === pod.name &&
        each.subresource === 'exec' &&
        each.code < 400 &&
        each.at >= pod.createdAt &&
        !known.has(each.at),
    )
    .flatMap(({ at, command, container: where = '' }) =>
      killsIn(command.join(' ')).map(({ signal: sent, pids }) => ({
        ...{ at, signal: sent, seen: seen.length, heard: heard.length },
        targets: pids.map((pid) => ({ pid, line: lineAt(pid, where) })),
      })),
    );
  const codes = new Map(
    withOutcomes(kubernetes.actions(0), pod, await kubernetes.execs(pod, signal)).flatMap(({ at, outcome }) =>
      outcome?.kind === 'ended' ? [[at, outcome.code] as const] : [],
    ),
  );
  const told = (each: Kill): Kill => {
    const code = codes.get(each.at);
    return code === undefined ? each : { ...each, code };
  };
  const last = heard.at(-1)?.at;
  const unheeded = log.findLast((each) => last !== undefined && each.at >= last && trouble.test(each.text))?.text;
  const elsewhere = [...kubernetes.actions(since), ...kubernetes.strays(since)]
    .toSorted((one, other) => one.at - other.at)
    .findLast(
      ({ name, namespace = kubernetes.namespace, subresource, command, code }) =>
        subresource === 'exec' &&
        code < 400 &&
        (name !== pod.name || namespace !== kubernetes.namespace) &&
        killsIn(command.join(' ')).some((each) => each.signal === 'HUP'),
    );
  const gaveUp = lastGivenUp(world, since);
  const refused = [...kubernetes.actions(since), ...kubernetes.strays(since)]
    .toSorted((one, other) => one.at - other.at)
    .findLast(
      ({ resource, subresource = '', verb, name, namespace, code }) =>
        code >= 400 &&
        // `kubectl replace --force` looks until the old one is gone.
        !(code === 404 && namespace === kubernetes.namespace && pods.some((each) => each.name === name)) &&
        resource === 'pods' &&
        name !== undefined &&
        (ways.includes(subresource) || verb === 'get'),
    );
  return {
    ...(unheeded !== undefined && { unheeded: unheeded.trim() }),
    ...(elsewhere && { elsewhere: placeOf(elsewhere, kubernetes.namespace) }),
    ...(gaveUp && { gaveUp }),
    ...(refused && { refused: { said: refused.said ?? String(refused.code), at: refused.at } }),
    ...{ pod: pod.name, uid: pod.uid, restarts: container.restarts, seen, heard },
    // What nginx tells of signals is a notice, as what it says as it starts.
    tells: log.some(({ text }) => /\[notice\]/.test(text)),
    ...(now && { now }),
    kills: [...(before?.kills ?? []), ...fresh].map(told),
  };
}

/** How servers mark what keeps them from going on: nginx, and others that write a level. */
const trouble = /\[(?:emerg|alert|crit|error)\]/;

const placeOf = ({ name = '', namespace, at }: KubernetesAction, own: string) => ({
  ...{ name, at },
  ...(namespace !== undefined && namespace !== own && { namespace }),
});

const asChild = ({ pid, startTicks, insidePid }: Process): string => `${pid} ${startTicks} ${insidePid}`;

const seenShape = z.object({
  ...{ pid: z.number(), inside: z.number(), start: z.number() },
  ...{ children: z.array(z.string()), at: z.number().default(0) },
});
const killShape = z.object({
  ...{ at: z.number(), code: z.number().optional(), signal: z.string(), seen: z.number(), heard: z.number() },
  targets: z.array(z.object({ pid: z.number(), line: z.string() })),
});
const keptShape = z.object({
  ...{ uid: z.string().optional() },
  ...{ seen: z.array(seenShape), kills: z.array(killShape) },
});

const keptFrom = (kept: unknown): Kept | undefined => keptShape.safeParse(kept).data;

/**
Each process once, as it was first seen with children; those of its own beginning that come later belong to that, too. The first
one that was seen began before anybody could do anything about it, so all that it has then is of its beginning.
*/
function withSeen(before: readonly Seen[], now: Seen, initial: readonly string[], isFirst: boolean): readonly Seen[] {
  const known = before.find((each) => each.pid === now.pid && each.start === now.start);
  if (!known) return [...before, isFirst ? now : { ...now, children: initial }];
  // However long a slow computer takes until there are any.
  const whole =
    known.children.length === 0 ? now : { ...known, children: [...new Set([...known.children, ...initial])] };
  return before.map((each) => (each === known ? whole : each));
}

/** What `kill` is told in a command line; a PID that is only known in a shell is left out. */
export function killsIn(command: string): readonly { readonly signal: string; readonly pids: readonly number[] }[] {
  return [...command.matchAll(/\bkill\b((?:\s+(?:-s\s+\w+|-\w+|\d+))+)/g)].map(([, given = '']) => {
    const named = /(?:^|\s)-(?:s\s+)?(\w+)/.exec(given)?.[1] ?? 'TERM';
    const signal = named.toUpperCase().replace(/^SIG/, '');
    const pids = [...given.matchAll(/(?:^|\s)(\d+)(?=\s|$)/g)].map(([, pid]) => Number(pid));
    return { signal: signal === '1' ? 'HUP' : signal, pids };
  });
}
