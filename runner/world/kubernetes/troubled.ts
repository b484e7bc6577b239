import type { Hindrance, KubernetesWorld, Pod, PodContainer } from './model.ts';

/** A Pod with what tells why it does not get on; nothing of that is known of one that is as it should be. */
export type Troubled = Pod & {
  readonly hindrances?: readonly Hindrance[];
  /** What the cluster said last that was a warning about it. */
  readonly warning?: { readonly reason: string; readonly said: string };
  /** The last line that its containers which have ended have written, by their names. */
  readonly lastLines?: Readonly<Record<string, string>>;
};

/** A line is not told whole where it is long. */
const longest = 200;

/** Asks why a Pod does not get on, and of one that is said to be ready, whether it is. */
export async function troubled(
  kubernetes: Omit<KubernetesWorld, 'troubled'>,
  pod: Pod,
  signal?: AbortSignal,
): Promise<Troubled> {
  if (pod.ready && !pod.deleting) {
    const alive = kubernetes.hasNodes ? await kubernetes.processes(pod, undefined, signal) : [];
    return asOnNode(
      pod,
      alive.map(({ container }) => container),
    );
  }
  const [hindrances, events, lines] = await Promise.all([
    kubernetes.hindrances(pod, signal),
    kubernetes.events(0, signal, pod.namespace),
    Promise.all(pod.containers.filter(hasEnded).map(async (each) => [each.name, await lastLine(each)] as const)),
  ]);
  const warning = events.findLast(({ about, type }) => about.uid === pod.uid && type === 'Warning');
  const said = lines.filter(([, line]) => line !== '');
  return {
    ...pod,
    ...(hindrances.length > 0 && { hindrances }),
    ...(warning && { warning: { reason: warning.reason, said: warning.message } }),
    ...(said.length > 0 && { lastLines: Object.fromEntries(said) }),
  };

  async function lastLine({ name, state }: PodContainer): Promise<string> {
    const written = await (state === 'terminated'
      ? kubernetes.logs(pod, name, signal)
      : kubernetes.previousLogs(pod, name, signal));
    return (written.trimEnd().split('\n').at(-1) ?? '').trim().slice(0, longest);
  }
}

const hasEnded = ({ state, restarts, reason }: PodContainer): boolean =>
  state === 'terminated' ? reason !== 'Completed' : state === 'waiting' && restarts > 0;

/**
A Pod as its node has it, given the containers (the runtime's ids) of its processes there. The kubelet tells the API up to a
second later that a container has ended: until then one that ends as soon as it begins looks as if it ran.
*/
export function asOnNode(pod: Pod, alive: readonly (string | undefined)[]): Pod {
  const hasEnded = ({ role, state, id }: PodContainer) =>
    role === 'main' && state === 'running' && id !== undefined && !alive.includes(id);
  // Not even its `pause`: it is on its way out, of which the API knows more.
  if (alive.length === 0 || !pod.containers.some(hasEnded)) return pod;
  const containers = pod.containers.map(
    (each): PodContainer => (hasEnded(each) ? { ...each, state: 'waiting', ready: false } : each),
  );
  return { ...pod, ready: false, containers };
}
