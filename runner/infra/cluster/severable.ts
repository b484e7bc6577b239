import { once } from 'node:events';
import net from 'node:net';
import type { ClusterSession } from '../../world/kubernetes/cluster.ts';
import type { Clusters } from './model.ts';

/** The ways on which the runner reaches the API servers of sessions, each by its session's id. A session without a cluster has none. */
export type Ways = { cut(session: string): void; mend(session: string): void };

type Way = { readonly kubeconfig: string; cut(): void; mend(): void; close(): void };

/** The same clusters, each session's API server reached by a way of its own that can be cut, as a network's can. */
export function severable(clusters: () => Promise<Clusters>): {
  readonly clusters: () => Promise<Clusters>;
  readonly ways: Ways;
} {
  const all = new Map<string, Way>();
  const led = async (session: string, place: ClusterSession): Promise<ClusterSession> => {
    const way = await openWay(place.ownKubeconfig);
    all.set(session, way);
    const closing = (end: () => Promise<void>) => async () => {
      await end();
      all.delete(session);
      way.close();
    };
    const { detach, remove } = place;
    return { ...place, ownKubeconfig: way.kubeconfig, detach: closing(detach), remove: closing(remove) };
  };
  return {
    clusters: async () => {
      const own = await clusters();
      return { ...own, open: async (request) => led(request.session, await own.open(request)) };
    },
    ways: { cut: (session) => all.get(session)?.cut(), mend: (session) => all.get(session)?.mend() },
  };
}

async function openWay(kubeconfig: string): Promise<Way> {
  // It takes its time to load, and only what has a cluster needs it.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const server = new URL(config.getCurrentCluster()?.server ?? '');
  const host = server.hostname.replace(/^\[|\]$/g, '');
  const ends = new Set<net.Socket>();
  let whole = true;
  const entrance = net.createServer((near) => {
    if (!whole) return void near.resetAndDestroy();
    const far = net.connect(Number(server.port || 443), host);
    join(near, far, ends);
    join(far, near, ends);
  });
  entrance.listen(0, '127.0.0.1');
  await once(entrance, 'listening');
  // Whoever ends with a way open is not held by it.
  entrance.unref();
  const address = entrance.address();
  if (address === null || typeof address === 'string') throw new Error('A way to an API server has no port.');
  const led = config.clusters.map((each) => ({
    ...each,
    server: `https://127.0.0.1:${address.port}`,
    // A certificate is made out to a name; an address is none that TLS may ask for.
    ...(net.isIP(host) === 0 && { tlsServerName: each.tlsServerName ?? host }),
  }));
  config.loadFromOptions({
    clusters: led,
    users: config.users,
    contexts: config.contexts,
    currentContext: config.currentContext,
  });
  const cut = () => {
    whole = false;
    for (const each of ends) each.destroy();
  };
  return {
    kubeconfig: config.exportConfig(),
    cut,
    mend: () => {
      whole = true;
    },
    close: () => {
      cut();
      entrance.close();
    },
  };
}

function join(from: net.Socket, to: net.Socket, ends: Set<net.Socket>): void {
  ends.add(from);
  from.pipe(to);
  from.on('error', () => undefined);
  from.on('close', () => {
    ends.delete(from);
    to.destroy();
  });
}
