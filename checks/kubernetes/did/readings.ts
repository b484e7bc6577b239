import type { CheckContext, Pod, PodProcess, Reader, World } from '../../../runner/api.ts';
import type { Act } from '../acts.ts';
import type { DidParams } from './check.ts';

/** What a program has read of a container's files, or of the processes that it sees, or a signal that it has sent, since the step opened. */
export type Reading = {
  /** The container that it was done from; unset for the machine, or the node. */
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

/** How many processes of others must be looked at one by one to have seen them as a list shows them. */
const several = 2;

/** The trace that says that it was done, in whatever way. */
export function traceOf({ all, debuggers, others }: Readings, wanted: Partial<DidParams>): Reading | undefined {
  const places = [wanted.container ?? []].flat();
  const isFrom = ({ container = '' }: Reading) =>
    places.length === 0 || places.includes(container) || debuggers.includes(container);
  const own = all.filter((each) => each.own && each.container !== undefined && isFrom(each));
  if (!wanted.lists) return own.at(-1);
  return own.find(({ container = '', entry }) => {
    const looked = own.filter((each) => each.container === container).map((each) => each.entry ?? '');
    return entry === 'all' || new Set(looked.filter((each) => others[container]?.includes(each))).size >= several;
  });
}

type Given = {
  readonly world: World;
  readonly pod: Pod;
  /** All that there have been, also before the step opened. */
  readonly acts: readonly Act[];
  readonly execs: readonly { readonly pid?: number }[];
  readonly context: CheckContext;
};

const debuggersOf = ({ containers }: Pod): readonly string[] =>
  containers.filter(({ role }) => role === 'ephemeral').map(({ name }) => name);

/** Undefined where the Pod's node cannot be watched, or nothing of the kind is asked for. */
export async function readings(
  { container, reads, lists, signals }: DidParams,
  given: Given,
): Promise<Readings | undefined> {
  const {
    pod,
    world: { kubernetes },
    context: { since, signal },
  } = given;
  if (!reads && !lists && !signals) return undefined;
  const debuggers = debuggersOf(pod);
  const watched = [container ?? []].flat();
  const places = reads ? [reads] : [...watched, ...debuggers].map((name) => ({ container: name, ...signals }));
  const found = await Promise.all(places.map((place) => kubernetes.readers(pod, place, signal)));
  if (found.some((each) => each === undefined)) return undefined;
  const processes = await kubernetes.processes(pod, undefined, signal);
  const all = found.flatMap((readers, index) =>
    (readers?.all ?? [])
      .filter(({ at }) => at >= since)
      .map((reader): Reading => {
        // Who had ended too soon to be seen is where the list is that it has read.
        const name = reader.container ?? (reader.known || reads ? undefined : places[index]?.container);
        const { program, at, entry } = reader;
        return {
          ...{ program, at, own: isOwn(reader, name, given) },
          ...(name !== undefined && { container: name }),
          ...(entry !== undefined && { entry }),
        };
      }),
  );
  const from = Math.max(...found.slice(0, reads ? 1 : watched.length).map((each) => each?.from ?? 0));
  const others = lists ? othersIn(pod, processes) : {};
  // `top` looks at the same again and again: once is enough.
  const once = new Map(all.map((each) => [JSON.stringify({ ...each, at: 0 }), each]));
  return { from, all: [...once.values()], debuggers, others };
}

/** Whether the learner has had it done: by an exec, in a shell that they are attached to, or from outside. */
function isOwn({ joined, known, origin }: Reader, name: string | undefined, { pod, acts, execs }: Given): boolean {
  if (joined || debuggersOf(pod).includes(name ?? '')) return true;
  const into = acts.filter((each) => each.name === pod.name && each.subresource !== '');
  const led = into.filter((act) => act.container === name || act.container === '');
  if (!known) return led.length > 0;
  if (led.some(({ pid }) => pid === origin)) return true;
  // Not of an exec: what was typed into the container's own shell, or what that does by itself.
  const isExec = execs.some(({ pid }) => pid === origin);
  return !isExec && led.some(({ subresource }) => subresource === 'attach');
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
