import { constants } from 'node:os';
import type Docker from 'dockerode';
import type { ClusterNode } from '../cluster/model.ts';
import { relay } from '../machine/relay.ts';
import type { KubernetesWorld, Pod } from './model.ts';
import type { Execs, Reader } from './sight.ts';
import { type Watched, Witness } from './witness.ts';
import type { ExecSeen, OpenedBy } from './witnessed.ts';

type Given = {
  readonly host: Docker;
  readonly nodes: readonly ClusterNode[];
  readonly processes: KubernetesWorld['processes'];
  readonly now: () => number;
  readonly onExec: () => void;
  readonly onOpened: () => void;
};

type Asked = {
  readonly path?: string | undefined;
  readonly sent?: string | undefined;
  readonly to?: string | undefined;
};

function watchedBy({ path, sent, to = '' }: Asked): Watched {
  if (sent === undefined) return path === undefined ? { kind: 'lists' } : { kind: 'file', path };
  const [, number = 0] = Object.entries(constants.signals).find(([name]) => name === `SIG${sent}`) ?? [];
  return { kind: 'signals', number, to };
}

/** What programs do in Pods, as witnesses on the nodes see it from now on. */
export function podPrograms({ host, nodes, processes, now, onExec, onOpened }: Given) {
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

  const short = (name: string): string => name.slice(name.indexOf('/') + 1);

  const execs: KubernetesWorld['execs'] = async (pod, signal) => {
    signal?.throwIfAborted();
    const seen = await witnesses.get(pod.node ?? '')?.execs();
    if (!seen) return undefined;
    const all = seen.all.filter((each) => own(pod, each)).flatMap(execOf);
    return { from: seen.from, all: all.map((each) => ({ ...each, container: short(each.container) })) };
  };

  const readers: KubernetesWorld['readers'] = async (pod, { container, path, signal: sent, pid }, abort) => {
    abort?.throwIfAborted();
    const witness = witnesses.get(pod.node ?? '');
    if (!witness) return undefined;
    const id = pod.containers.find(({ name }) => name === container)?.id;
    const all = await processes(pod, undefined, abort);
    const first = all.find((each) => each.container !== undefined && each.container === id);
    if (!first) return { from: now(), all: [] };
    const to = all.find((each) => each.insidePid === pid && each.namespaces.pid === first.namespaces.pid);
    const what = watchedBy({ path, sent, to: to?.name });
    const key = encodeURIComponent([pod.uid, container, path ?? '', sent ?? '', pid ?? ''].join(' '));
    const opened = await witness.opened(first.pid, key, what);
    const spaces = new Map(all.map(({ namespaces, container: of }) => [namespaces.mnt, nameOf(of)] as const));
    // Seatrial itself reads what a lab asks for.
    if (!opened) return undefined;
    const foreign = opened.all.filter((each) => each.container !== undefined || !each.program.startsWith('seatrial-'));
    if (what.kind === 'signals') {
      const run = new Map((await witness.execs())?.all.map((each) => [each.pid, each.container] as const));
      // Of one that has ended at once, the runtime may have told where it was.
      const sent = foreign.map((each) => ({ ...each, container: each.container ?? run.get(each.pid) ?? id }));
      const isKnown = ({ pid, space }: OpenedBy) => space !== undefined || run.has(pid);
      const all = sent.filter((each) => own(pod, each)).map((each) => ({ ...readerOf(each), known: isKnown(each) }));
      return { from: opened.from, all };
    }
    return { from: opened.from, all: foreign.map((each) => readerOf(each, spaces.get(each.space ?? ''))) };
  };

  const readerOf = ({ at, pid, space, origin, program, entry, ...by }: OpenedBy, joined?: string): Reader => {
    const name = nameOf(by.container) ?? joined;
    return {
      ...{
        at,
        pid,
        origin,
        program,
        known: space !== undefined,
        joined: by.container === undefined && joined !== undefined,
      },
      ...(name !== undefined && { container: short(name) }),
      ...(entry !== undefined && { entry }),
    };
  };

  return {
    execs,
    readers,
    /** To be told each Pod as it is seen. */
    learn: ({ uid, containers }: Pod): void => {
      for (const { id, name } of containers) if (id !== undefined) names.set(id, `${uid}/${name}`);
    },
    close: (): void => {
      for (const witness of witnesses.values()) witness.close();
    },
  };
}
