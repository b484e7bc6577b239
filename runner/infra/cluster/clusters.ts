import { message } from '../../words/message.ts';
import { type ClusterSession, kindNetwork } from '../../world/kubernetes/cluster.ts';
import { WorldError } from '../../world/world.ts';
import { bringUp } from './bringUp.ts';
import type { Maker } from './createCluster.ts';
import { ensureKept, keptName, makeOwn } from './ensure.ts';
import { findCluster } from './findCluster.ts';
import type { OpenCluster } from './live.ts';
import type { Clusters } from './model.ts';
import { keptCluster, ownCluster } from './names.ts';
import { nodesOf } from './nodesOf.ts';
import { findPlace, makePlace, removePlace } from './place.ts';
import { writeUsed } from './record.ts';
import { refusalTold } from './refusalTold.ts';
import { clusterSession } from './session.ts';
/** Does work that only one process may do at a time (`runner/infra/lock.ts`); `onWait` is called where another is at it. */
export type WithLock = <T>(what: string, onWait: () => void, work: () => Promise<T>) => Promise<T>;

export type ClustersOptions = Maker & { readonly withLock: WithLock };

/** Clusters of Seatrial's own making on this engine: the one that is kept, and those that labs ask for themselves. */
export function clusters(options: ClustersOptions): Clusters {
  const { docker } = options;

  const begin = (live: OpenCluster, session: string, signal: AbortSignal): Promise<ClusterSession> =>
    refusalTold(live.name, async () => {
      const place = await makePlace(live.api, session, signal);
      try {
        signal.throwIfAborted();
        // When a cluster was used last matters to nobody who uses it now.
        writeUsed(live.control).catch(() => undefined);
        return await clusterSession(docker, live, place, session);
      } catch (error) {
        await removePlace(live.api, place.namespace);
        throw error;
      }
    });

  return {
    likely: async ({ cluster = 'shared', nodes = 1 }) => {
      if (cluster === 'own' || nodes > 1) return undefined;
      const found = await nodesOf(docker, options.kept ?? keptCluster);
      if (found.length === 0 || found.some(({ state }) => state !== 'running')) return undefined;
      return { nodes: found.map(({ name, id }) => ({ name, container: id })), network: kindNetwork };
    },

    open: async ({ session, needs, signal, tell }) => {
      mustBeLocal(options);
      signal.throwIfAborted();
      const { cluster = 'shared', nodes = 1 } = needs;
      if (cluster === 'own' || nodes > 1) {
        return begin(
          await makeOwn(options, { name: ownCluster(session, options.kept), nodes, session, signal, tell }),
          session,
          signal,
        );
      }
      const wait = () => tell(message('cluster.another-works'));
      return inTurn(options, wait, signal, async () =>
        begin(await ensureKept(options, { signal, tell }), session, signal),
      );
    },

    enter: async (session, signal) => {
      const own = await findCluster(docker, ownCluster(session, options.kept));
      const { name, found } = own.kind === 'ours' ? { name: own.name, found: own } : await keptName(options);
      if (!found) throw new WorldError(message('cluster.removed', { cluster: name }), { code: 'cluster-gone' });
      return refusalTold(name, async () => {
        const live = await bringUp(docker, found, () => undefined, signal);
        const place = await findPlace(live.api, session);
        if (place) return clusterSession(docker, live, place, session);
        live.api.close();
        throw new WorldError(message('cluster.place-gone', { cluster: name }), { code: 'cluster-gone' });
      });
    },
  };
}

/** Does work on the cluster that is kept, alone. Whoever waits for that is free to go; work that has begun ends by itself. */
function inTurn<T>(
  { withLock, kept = keptCluster }: ClustersOptions,
  onWait: () => void,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const { promise: left, reject } = Promise.withResolvers<never>();
  let begun = false;
  const leave = () => begun || reject(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  const working = withLock(`cluster ${kept}`, onWait, () => {
    begun = true;
    signal.throwIfAborted();
    return work();
  });
  return Promise.race([working, left]).finally(() => signal.removeEventListener('abort', leave));
}

/** The API server is published where the engine is. */
function mustBeLocal({ docker }: Pick<Maker, 'docker'>): void {
  const socketPath: unknown = Reflect.get(docker.modem, 'socketPath');
  const host: unknown = Reflect.get(docker.modem, 'host');
  if (socketPath !== undefined || host === 'localhost' || host === '127.0.0.1' || host === '::1') return;
  throw new WorldError(message('cluster.remote-engine'));
}
