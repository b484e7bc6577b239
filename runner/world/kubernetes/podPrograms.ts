import type Docker from 'dockerode';
import { relay } from '../machine/relay.ts';
import type { ClusterNode } from './cluster.ts';
import type { KubernetesWorld, Pod } from './model.ts';
import type { Execs, Reader } from './sight.ts';
import { isOfCalls, isOfContainer, readRefusal, watchedBy } from './watched.ts';
import { margin, Witness } from './witness.ts';
import { type ExecSeen, isEarly, type OpenedBy } from './witnessed.ts';

type Given = {
  readonly host: Docker;
  readonly nodes: readonly ClusterNode[];
  readonly processes: KubernetesWorld['processes'];
  readonly acts: KubernetesWorld['acts'];
  readonly now: () => number;
  readonly onExec: () => void;
  readonly onOpened: () => void;
};

/** What programs do in Pods, as witnesses on the nodes see it from now on. */
export function podPrograms({ host, nodes, processes, acts, now, onExec, onOpened }: Given) {
  const witnesses = new Map(
    nodes.map(({ name, container }) => {
      const start = (command: readonly string[]) => relay(host, container, command);
      return [name, new Witness({ node: name, start, onExec, onOpened })] as const;
    }),
  );
  /** Names of the containers that there have been, by the runtime's ids: what ran in one before it was started again is its own. */
  const names = new Map<string, string>();

  const nameOf = (id: string | undefined): string | undefined => (id === undefined ? undefined : names.get(id));

  const execOf = ({ container, added, pid, ended }: ExecSeen): Execs['all'] => {
    const name = nameOf(container);
    if (name === undefined || added === undefined) return [];
    return [{ container: name, at: added, ...(pid !== undefined && { pid }), ...(ended && { ended }) }];
  };

  const own = (pod: Pod, { container }: { readonly container?: string }): boolean =>
    container !== undefined && nameOf(container)?.startsWith(`${pod.uid}/`) === true;

  /** Every container of this name that there has been, the one that is there now first. */
  const idsOf = ({ uid }: Pod, name: string, now: string | undefined): readonly string[] => {
    const all = [...names].filter(([id, known]) => id !== now && known === `${uid}/${name}`).map(([id]) => id);
    return [now ?? '', ...all];
  };

  const short = (name: string): string => name.slice(name.indexOf('/') + 1);

  const execs: KubernetesWorld['execs'] = async (pod, signal) => {
    signal?.throwIfAborted();
    const seen = await witnesses.get(pod.node ?? '')?.execs();
    if (!seen) return undefined;
    const all = seen.all.filter((each) => own(pod, each)).flatMap(execOf);
    return { from: seen.from, all: all.map((each) => ({ ...each, container: short(each.container) })) };
  };

  let again: NodeJS.Timeout | undefined;
  /** What the runtime has not told by then it will not tell, and no event says that it has not. */
  const lookAgain = (): void => {
    again ??= setTimeout(() => {
      again = undefined;
      onOpened();
    }, margin).unref();
  };

  const readers: KubernetesWorld['readers'] = async (
    pod,
    { container, path, signal: sent, pid, received, refused, forks },
    abort,
  ) => {
    abort?.throwIfAborted();
    const witness = witnesses.get(pod.node ?? '');
    if (!witness) return undefined;
    const id = pod.containers.find(({ name }) => name === container)?.id;
    const all = await processes(pod, undefined, abort);
    const first = all.find((each) => each.container !== undefined && each.container === id);
    const to = all.find((each) => each.insidePid === pid && each.namespaces.pid === first?.namespaces.pid);
    const what = watchedBy({ path, sent, received, to: to?.name, refused, forks });
    const whole = [pod.uid, container, path ?? '', sent ?? '', pid ?? '', received ? 'received' : ''].join(' ');
    const keys = isOfContainer(what) ? idsOf(pod, container, id).map((each) => `${what.kind}/${each}`) : [whole];
    if (!first && !isOfContainer(what)) return { from: now(), all: [] };
    const opened = await witness.opened(first?.pid, keys.map(encodeURI), what);
    const run = (await witness.execs())?.all ?? [];
    if (!opened) return undefined;
    const led = (await acts(pod, abort)).filter((each) => each.name === pod.name && each.subresource !== '');
    const spaces = new Map(all.map(({ namespaces, container: of }) => [namespaces.mnt, nameOf(of)] as const));
    const readerOf = (by: OpenedBy): Reader => {
      const { at, pid, space, program, entry } = by;
      const exec = run.find((each) => each.pid === pid);
      // Of one that has ended nobody sees any more whose it was: an exec's own process is its own.
      const origin = by.origin || exec?.pid;
      const known = space !== undefined || (isOfCalls(what) && exec !== undefined);
      const joined = by.container === undefined ? spaces.get(space ?? '') : undefined;
      const where = nameOf(by.container) ?? joined ?? (known ? nameOf(exec?.container) : undefined);
      // Who had ended too soon to be seen is where the list is that it has read; a file is read from everywhere.
      const name = where === undefined ? (known || path !== undefined ? undefined : container) : short(where);
      const isDebugger = pod.containers.some((each) => each.role === 'ephemeral' && each.name === name);
      const into = led.filter((each) => each.container === name || each.container === '');
      const isOwn = known
        ? into.some((each) => each.pid === origin) ||
          // Not of an exec: what was typed into the container's own shell, or what that does by itself.
          (!run.some((each) => each.pid === origin) && into.some(({ subresource }) => subresource === 'attach'))
        : into.length > 0;
      return {
        ...{ at, program, own: joined !== undefined || isDebugger || isOwn },
        ...(name !== undefined && { container: name }),
        ...(entry !== undefined && (what.kind === 'refusals' ? { refused: readRefusal(entry) } : { entry })),
        ...((forks || received) && { pid }),
      };
    };
    // Seatrial itself reads what a lab asks for; and who sends signals in another Pod is told of, too.
    const { kind } = what;
    // Of who reads or starts something it does not matter, since a place is known that it was read in, or nobody asks for one.
    const isPlaced = kind !== 'signals' && kind !== 'refusals';
    const settled = opened.all.filter((each) => isPlaced || !isEarly(each, run, opened.at - margin));
    if (settled.length < opened.all.length) lookAgain();
    const foreign = settled.filter((each) =>
      each.container === undefined
        ? !each.program.startsWith('seatrial-') && (!isOfCalls(what) || isWithin(each, pod, run))
        : !isOfCalls(what) || own(pod, each),
    );
    return { from: opened.from, all: foreign.map(readerOf) };
  };

  /** Whether a process that has ended may have been in this Pod, by the execs that the runtime has told of. */
  const isWithin = ({ pid }: OpenedBy, pod: Pod, execs: readonly ExecSeen[]): boolean => {
    const exec = execs.find((each) => each.pid === pid);
    return !exec || own(pod, exec);
  };

  return {
    execs,
    readers,
    /** To be told each Pod as it is seen. */
    learn: ({ uid, containers }: Pod): void => {
      for (const { id, name } of containers) if (id !== undefined) names.set(id, `${uid}/${name}`);
    },
    close: (): void => {
      clearTimeout(again);
      for (const witness of witnesses.values()) witness.close();
    },
  };
}
