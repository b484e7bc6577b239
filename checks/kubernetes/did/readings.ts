import type { CheckContext, Pod, PodProcess, Reader, World } from '../../../runner/api.ts';
import type { Act } from '../acts.ts';

/** What a program has read of a container's files, or of the processes that it sees, since the step opened. */
export type Reading = {
  /** The container that it was read from; unset for the machine, or the node. */
  readonly container?: string;
  readonly program: string;
  readonly at: number;
  /** Whether the learner has had it done: the kubelet's probes and the container's own programs read, too. */
  readonly own: boolean;
  /** Of a list of processes: `all` of it, or the one with this PID. */
  readonly entry?: string;
};

export type Readings = {
  /** Since when it is watched: what was begun before may have read unseen. */
  readonly from: number;
  readonly all: readonly Reading[];
  /** The containers that the learner adds to a Pod to look around in it: read from one of these is as good as from any other. */
  readonly debuggers: readonly string[];
  /** PIDs of the Pod's processes that are not of the container that they are looked at from. */
  readonly others: Readonly<Record<string, readonly string[]>>;
};

type Wanted = {
  readonly container: readonly string[];
  readonly reads?: { readonly container: string; readonly path: string } | undefined;
};

/** Undefined where the Pod's node cannot be watched. `acts`: all that there have been, also before the step opened. */
export async function readings(
  { kubernetes }: World,
  pod: Pod,
  { container, reads }: Wanted,
  acts: readonly Act[],
  execs: readonly { readonly pid?: number }[],
  { since, signal }: Pick<CheckContext, 'since' | 'signal'>,
): Promise<Readings | undefined> {
  const debuggers = pod.containers.filter(({ role }) => role === 'ephemeral').map(({ name }) => name);
  const places = reads ? [reads] : [...container, ...debuggers].map((name) => ({ container: name }));
  const found = await Promise.all(places.map((place) => kubernetes.readers(pod, place, signal)));
  if (found.some((each) => each === undefined)) return undefined;
  const processes = await kubernetes.processes(pod, undefined, signal);
  const into = acts.filter(({ name, subresource }) => name === pod.name && subresource !== '');
  const isOwn = (reader: Reader, name: string | undefined): boolean => {
    if (reader.joined || debuggers.includes(name ?? '')) return true;
    const led = into.filter((act) => act.container === name || act.container === '');
    if (!reader.known) return led.length > 0;
    if (led.some(({ pid }) => pid === reader.origin)) return true;
    // Not of an exec: what was typed into the container's own shell, or what that does by itself.
    const isExec = execs.some(({ pid }) => pid === reader.origin);
    return !isExec && led.some(({ subresource }) => subresource === 'attach');
  };
  const all = found.flatMap((readers, index) =>
    (readers?.all ?? [])
      .filter(({ at }) => at >= since)
      .map((reader): Reading => {
        // Who had ended too soon to be seen is where the list is that it has read.
        const name = reader.container ?? (reader.known || reads ? undefined : places[index]?.container);
        const { program, at, entry } = reader;
        return {
          ...{ program, at, own: isOwn(reader, name) },
          ...(name !== undefined && { container: name }),
          ...(entry !== undefined && { entry }),
        };
      }),
  );
  const from = Math.max(...found.slice(0, reads ? 1 : container.length).map((each) => each?.from ?? 0));
  const others = reads ? {} : othersIn(pod, processes);
  // `top` looks at the same again and again: once is enough.
  const once = new Map(all.map((each) => [JSON.stringify({ ...each, at: 0 }), each]));
  return { from, all: [...once.values()], debuggers, others };
}

function othersIn({ containers }: Pod, processes: readonly PodProcess[]): Readings['others'] {
  return Object.fromEntries(
    containers.map(({ name, id }) => {
      const own = processes.find(({ container }) => container === id)?.namespaces.pid;
      const others = processes.filter(({ container, namespaces }) => container !== id && namespaces.pid === own);
      return [name, others.map(({ insidePid }) => String(insidePid))];
    }),
  );
}
