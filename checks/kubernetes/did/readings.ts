import type { Pod, PodProcess, Reader, Refusal, World } from '../../../runner/api.ts';
import type { DidParams } from './check.ts';

export type Readings = {
  /** Since when it is watched: what was begun before may have read unseen. */
  readonly from: number;
  readonly all: readonly Reader[];
  /** The containers that the learner adds to a Pod to look around in it: read from one of these is as good as from any other. */
  readonly debuggers: readonly string[];
  /** PIDs of the Pod's processes that are not of the container that they are looked at from. */
  readonly others: Readonly<Record<string, readonly string[]>>;
};

/** How many processes of others must be looked at one by one to have seen them as a list shows them. */
const several = 2;

/** The trace that says that it was done, in whatever way. */
export function traceOf({ all, debuggers, others }: Readings, wanted: Partial<DidParams>): Reader | undefined {
  const places = [wanted.container ?? []].flat();
  const isFrom = ({ container = '' }: Reader) =>
    places.length === 0 || places.includes(container) || debuggers.includes(container);
  const own = all.filter((each) => each.own && each.container !== undefined && isFrom(each));
  const { refused } = wanted;
  if (refused) return own.find((each) => each.refused && isThat(each.refused, refused));
  if (!wanted.lists) return own.at(-1);
  return own.find(({ container = '', entry }) => {
    const looked = own.filter((each) => each.container === container).map((each) => each.entry ?? '');
    return entry === 'all' || new Set(looked.filter((each) => others[container]?.includes(each))).size >= several;
  });
}

/** Whether this was refused. What is sent to a whole group is sent to no PID. */
const isThat = ({ error, path, signal, pid = 0 }: Refusal, wanted: NonNullable<DidParams['refused']>): boolean =>
  error === wanted.error &&
  (wanted.path === undefined || (path !== undefined && new RegExp(wanted.path).test(path))) &&
  (wanted.signal === undefined || (signal === wanted.signal && pid > 0)) &&
  (wanted.pid === undefined || pid === wanted.pid);

/** What was read, refused, or which signals were sent; undefined where the Pod's node cannot be watched, or nothing of the kind is asked for. */
export async function readings(
  { container, reads, lists, signals, refused }: DidParams,
  { kubernetes }: World,
  pod: Pod,
  since: number,
  signal: AbortSignal,
): Promise<Readings | undefined> {
  if (!reads && !lists && !signals && !refused) return undefined;
  const debuggers = pod.containers.filter(({ role }) => role === 'ephemeral').map(({ name }) => name);
  const watched = [container ?? []].flat();
  const of = refused ? { refused: true } : signals;
  const places = reads ? [reads] : [...watched, ...debuggers].map((name) => ({ container: name, ...of }));
  const found = await Promise.all(places.map((place) => kubernetes.readers(pod, place, signal)));
  const seen = found.filter((each) => each !== undefined);
  if (seen.length < places.length) return undefined;
  const all = seen.flatMap((each) => each.all).filter(({ at }) => at >= since);
  // `top` looks at the same again and again: once is enough.
  const once = new Map(all.map((each) => [JSON.stringify({ ...each, at: 0 }), each]));
  const from = Math.max(...seen.slice(0, reads ? 1 : watched.length).map((each) => each.from));
  const others = lists ? othersIn(pod, await kubernetes.processes(pod, undefined, signal)) : {};
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
