import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import { WorldError } from '../../world/world.ts';
import { readFiles } from './nodeFiles.ts';
import type { NodeContainer } from './nodesOf.ts';

/** Where the runner reaches the API of a control plane. */
export const serverOf = ({ port }: Pick<NodeContainer, 'port'>): string => `https://127.0.0.1:${port}`;

/**
The administrator's kubeconfig as kubeadm leaves it in the control plane, with the server where the runner reaches it, and
who signs the server's certificate, in base64. Rejects with `WorldError` where there is none.
*/
export async function adminKubeconfig(
  container: Docker.Container,
  node: NodeContainer,
): Promise<{ readonly text: string; readonly authority: string }> {
  const inside = (await readFiles(container, '/etc/kubernetes/admin.conf')).get('')?.toString() ?? '';
  const authority = /certificate-authority-data: (\S+)/.exec(inside)?.[1];
  if (authority === undefined) throw new WorldError(message('cluster.vanished', { cluster: node.cluster }));
  return { text: inside.replace(/server: \S+/, `server: ${serverOf(node)}`), authority };
}
