import type Docker from 'dockerode';
import type { ClusterEntry } from './context.ts';

/** How a machine reaches an API server: on which of the engine's networks, and by which address. */
export type Reach = { readonly network: string; readonly cluster: ClusterEntry };

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/;

/**
How a machine on this engine reaches the server of a kubeconfig. One that listens on this computer's loopback is reached where
a container of the engine publishes it, as kind's, k3d's and minikube's do; undefined where none does.
*/
export async function reachFromMachine(docker: Docker, cluster: ClusterEntry): Promise<Reach | undefined> {
  const { hostname, port } = new URL(cluster.server);
  if (!loopback.test(hostname)) return { network: 'bridge', cluster };
  const wanted = Number(port || 443);
  for (const { Names, Ports, NetworkSettings } of await docker.listContainers()) {
    const published = Ports.find(({ PublicPort, Type }) => PublicPort === wanted && Type === 'tcp');
    const [[network, place] = []] = Object.entries(NetworkSettings.Networks);
    if (!published || network === undefined || place === undefined) continue;
    // Only on the engine's first network containers have no names.
    const name = network === 'bridge' ? place.IPAddress : (Names[0] ?? '').replace(/^\//, '');
    const server = `https://${name}:${published.PrivatePort}`;
    // Its certificate is for the address that the kubeconfig has.
    return { network, cluster: { 'tls-server-name': hostname.replace(/^\[|\]$/g, ''), ...cluster, server } };
  }
  return undefined;
}
