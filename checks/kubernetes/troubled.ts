import type { Hindrance, Pod, PodContainer, World } from '../../runner/api.ts';

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

/** Asks why a Pod does not get on. */
export async function troubled({ kubernetes }: World, pod: Pod, signal: AbortSignal): Promise<Troubled> {
  if (pod.ready && !pod.deleting) return pod;
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
