import { daysAgo } from './days.ts';

/** About clusters: how they are made, kept and proven, and why they cannot be had. */
export const cluster = {
  'cluster.silent': (v: { server: string; said: string }) =>
    `The cluster's API server at ${v.server} does not answer: ${v.said}. Wait a moment, then press \`r\` to look again; if it stays silent, leave the lab and open it again.`,
  'cluster.kubeconfig-unreadable': (v: { said: string }) =>
    `The kubeconfig of the cluster cannot be read: ${v.said}. Remove the cluster with \`seatrial clean\` and open the lab again; it makes a new one.`,
  'cluster.creating': () =>
    'Seatrial makes a Kubernetes cluster for this lab and those after it. It takes some ten seconds, this once.',
  'cluster.creating-own': (v: { nodes: number }) =>
    v.nodes === 1
      ? 'Seatrial makes a Kubernetes cluster for this lab alone. It takes some ten seconds.'
      : `Seatrial makes a Kubernetes cluster of ${v.nodes} nodes for this lab alone. It takes some fifteen seconds.`,
  'cluster.starting': () => 'The control plane of Kubernetes starts.',
  'cluster.waiting': () => 'The API server answers. What is awaited now: the node, names and storage.',
  'cluster.another-works': () => 'Another Seatrial is at work on the cluster; this one waits for it.',
  'cluster.kind-missing': (v: { kind: string; said: string }) =>
    `The program \`kind\`, which makes clusters, cannot be started at ${v.kind}: ${v.said}. \`seatrial doctor\` says what is missing.`,
  'cluster.kind-failed': (v: { log: string }) =>
    `No cluster could be made: \`kind\` has failed, and has removed what it had begun. Open the lab again; if it fails again, \`seatrial doctor\` looks at this computer. What kind said:\n${v.log}`,
  'cluster.disk-full': (v: { log: string }) =>
    `No cluster could be made: the disk of the Docker engine is full. \`docker system df\` shows what takes the room, \`docker system prune\` frees what is unused. What kind said:\n${v.log}`,
  'cluster.port-taken': (v: { log: string }) =>
    `No cluster could be made: the port for its API server was taken by another program in the meantime. Open the lab again; another port is chosen. What kind said:\n${v.log}`,
  'cluster.not-ready': (v: { seconds: number; cluster: string }) =>
    `The cluster \`${v.cluster}\` was started, but has not become ready within ${v.seconds} s. Open the lab again: the cluster is made anew. If that fails too, free memory or stop other work on this computer.`,
  'cluster.vanished': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` was removed while Seatrial was at work on it. Open the lab again; a new one is made.`,
  'cluster.paused': (v: { cluster: string }) =>
    `The cluster of this lab, \`${v.cluster}\`, was paused. Start Seatrial again and choose to continue: the cluster is awakened, and everything in it is there.`,
  'cluster.stopped': (v: { cluster: string }) =>
    `The cluster of this lab, \`${v.cluster}\`, was stopped. Start Seatrial again and choose to continue: the cluster is started, and what you have made in it is there.`,
  'cluster.removed': (v: { cluster: string }) =>
    `The cluster of this lab, \`${v.cluster}\`, was removed by somebody else. Leave and start Seatrial again: it makes a new one and brings it to this step.`,
  'cluster.place-gone': (v: { cluster: string }) =>
    `What this lab had in the cluster \`${v.cluster}\` is no more. Begin the lab again.`,
  'cluster.namespace-lost': (v: { namespace: string }) =>
    `The namespace \`${v.namespace}\`, in which this lab lives, was deleted. Seatrial makes it again as soon as it is gone; what was in it must be made anew.`,
  'cluster.account-lost': (v: { account: string }) =>
    `The account \`${v.account}\`, by which the cluster knows you, was deleted. Seatrial makes it again, and gives your shell the way in; try what you did once more.`,
  'cluster.load-failed': (v: { images: string; said: string }) =>
    `The images ${v.images} could not be loaded onto the cluster: ${v.said}`,
  'cluster.remote-engine': () =>
    'A lab with Kubernetes needs a Docker engine on this computer: the API server of the cluster is published there, on 127.0.0.1. Start an engine here and unset `DOCKER_HOST`, or choose another context with `docker context use default`.',
  'cluster.waking': () => 'The cluster was stopped or paused. Seatrial wakes it and waits for its node.',
  'cluster.off-network': () =>
    "The cluster's node was taken off its network. Seatrial puts it back and waits for its API server.",
  'cluster.broken': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` is there, but does not become ready. Remove it with \`seatrial clean\` and begin the lab again; a new one is made.`,
  'cluster.broken-shared': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` does not become ready, and other labs have their work on it, so that Seatrial does not make it anew by itself. Open this lab again in a moment. If it stays like that, finish those labs, or remove them with \`seatrial clean\`; the cluster is then made anew.`,
  'cluster.refused': (v: { cluster: string; said: string }) =>
    `The API server of the cluster \`${v.cluster}\` refused what it takes to open a lab there: ${v.said}. That may pass: open the lab again in a moment. If it does not, remove the cluster with \`seatrial clean\`; the next lab makes a new one.`,
  'cluster.remade-broken': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` is damaged and does not come back. Seatrial makes it anew, which takes some ten seconds.`,
  'cluster.remade-half-made': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` was never finished. Seatrial makes it anew, which takes some ten seconds.`,
  'cluster.remade-outdated': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` is of another version. Seatrial makes it anew, which takes some ten seconds.`,
  'cluster.restored': (v: { removed: number; restored: number; names: string; more: number }) => {
    const removed = v.removed === 0 ? '' : `${v.removed} left over ${v.removed === 1 ? 'is' : 'are'} removed`;
    const restored = v.restored === 0 ? '' : `${v.restored} changed ${v.restored === 1 ? 'is' : 'are'} put back`;
    const done = [removed, restored].filter(Boolean).join(', ');
    return `The cluster was not as it was made, and is again: ${done} (${v.names}${v.more > 0 ? ` and ${v.more} more` : ''}).`;
  },
  'cluster.remade-spoiled': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` is not as it was made, and cannot be put back. Seatrial makes it anew, which takes some ten seconds.`,
  'cluster.spoiled': (v: { cluster: string }) =>
    `The cluster \`${v.cluster}\` was changed in a way that Seatrial cannot undo, and other labs are open on it. Finish them, or remove them with \`seatrial clean\`; then open this lab again, and the cluster is made anew.`,
  'cluster.memory-short': (v: { nodes: number; needed: string; free: string }) =>
    `A cluster of ${v.nodes} ${v.nodes === 1 ? 'node' : 'nodes'} needs ${v.needed} of memory, and ${v.free} are free. Nothing was made. End programs that you do not need, or give the Docker engine more memory, then open the lab again.`,
  'cluster.disk-short': (v: { nodes: number; needed: string; free: string }) =>
    `A cluster of ${v.nodes} ${v.nodes === 1 ? 'node' : 'nodes'} needs ${v.needed} on the disk of the Docker engine, and ${v.free} are free. Nothing was made. \`docker system df\` shows what takes the room, \`docker system prune\` frees what is unused; then open the lab again.`,
  'cluster.clean-in-use': (v: { name: string }) => `The cluster ${v.name} stays: a lab is open on it.`,
  'cluster.clean-found': (v: { name: string; nodes: number; days: number }) =>
    `the cluster ${v.name} with ${v.nodes} ${v.nodes === 1 ? 'node' : 'nodes'}, last used ${daysAgo(v.days)}`,
  'cluster.clean-ask': (v: { count: number }) =>
    v.count === 1
      ? 'Remove this cluster? The next lab with Kubernetes makes a new one, in some ten seconds.'
      : `Remove these ${v.count} clusters? The next lab with Kubernetes makes a new one, in some ten seconds.`,
  'cluster.clean-nobody': (v: { count: number }) =>
    `${v.count === 1 ? 'One cluster is' : `${v.count} clusters are`} kept, and there is nobody to ask. \`seatrial clean --yes\` removes what no terminal has open.`,
  'cluster.clean-removed': (v: { name: string }) => `Removed the cluster ${v.name}.`,
  'cluster.kept': (v: { name: string }) => `Kept cluster \`${v.name}\``,
  'cluster.used': (v: { days: number }) => `last used ${daysAgo(v.days)}. \`seatrial clean\` removes it.`,
  'cluster.unused': (v: { days: number }) =>
    `The Kubernetes cluster that Seatrial keeps was not used for ${v.days} days. \`seatrial clean\` removes it; the next lab that needs one makes it anew.`,
};
