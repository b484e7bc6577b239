import type Docker from 'dockerode';
import { kindNetwork } from '../../world/kubernetes/cluster.ts';
import { runIn } from './runIn.ts';

// kubeadm has written the address that the node had then: into what the kubelet is started with, and the control plane's
// Pods. If systemd is not up yet there is no kubelet to be started again.
const script = `
flags=/var/lib/kubelet/kubeadm-flags.env
old=$(sed -n 's/.*--node-ip=\\([0-9.]*\\).*/\\1/p' "$flags")
[ -n "$old" ] && [ "$old" != "$1" ] || exit 0
pattern=$(printf %s "$old" | sed 's/\\./\\\\./g')
for file in "$flags" /kind/kubeadm.conf /etc/kubernetes/manifests/*.yaml; do
  [ ! -f "$file" ] || sed -i "s/\\b$pattern\\b/$1/g" "$file"
done
# The API server's certificate names the node, and its first address.
sed -i "s#https://$pattern:#https://$(hostname):#" /etc/kubernetes/*.conf
systemctl try-restart kubelet || true
`;

/** Whether a node that runs has another address than the one that its parts were started with. */
export async function hasMoved(docker: Docker, id: string): Promise<boolean> {
  const node = docker.getContainer(id);
  const { NetworkSettings } = await node.inspect();
  const { output } = await runIn(node, [
    'sed',
    '-n',
    's/.*--node-ip=\\([0-9.]*\\).*/\\1/p',
    '/var/lib/kubelet/kubeadm-flags.env',
  ]);
  return output.trim() !== '' && output.trim() !== NetworkSettings.Networks[kindNetwork]?.IPAddress;
}

/** Tells nodes that were started the address that they have now: the engine gives out those of stopped containers anew. */
export async function followAddress(docker: Docker, nodes: readonly string[]): Promise<void> {
  await Promise.all(
    nodes.map(async (id) => {
      const node = docker.getContainer(id);
      const { NetworkSettings } = await node.inspect();
      const address = NetworkSettings.Networks[kindNetwork]?.IPAddress;
      if (address) await runIn(node, ['sh', '-c', script, 'sh', address]);
    }),
  );
}
