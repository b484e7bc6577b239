/** About what checks ask a cluster, and why it could not be asked. */
export const kubernetes = {
  'kubernetes.kind-unknown': (v: { kind: string }) =>
    `A check of this step asks for objects of the kind \`${v.kind}\`, which this cluster does not know. The lab's author must write the kind as manifests do: \`kubectl api-resources\` lists them.`,
  'kubernetes.audit-lost': () =>
    "The cluster's audit log, in which Seatrial sees what you ask of the API, could not be read. It is opened again; press `r` to look again.",
  'kubernetes.no-audit': () =>
    "This cluster keeps no audit log, so that Seatrial cannot see what you ask of its API. Open the lab without `--context`, on a cluster of Seatrial's own.",
  'kubernetes.node-lost': (v: { node: string }) =>
    `The connection to the node \`${v.node}\` broke while Seatrial looked at its processes. It is made again; press \`r\` to look again.`,
  'kubernetes.witness-lost': (v: { node: string }) =>
    `What programs do in Pods could not be seen on the node \`${v.node}\` for a moment: what Seatrial watches it with was ended. It is begun again; then do the last thing once more.`,
  'kubernetes.node-unreachable': (v: { node: string }) =>
    `Seatrial cannot look at processes on the node \`${v.node}\`, which is no container of this computer's engine. Open the lab without \`--context\`, on a cluster of Seatrial's own.`,
  'kubernetes.refused': (v: { said: string }) => `The cluster's API server did not answer a question: ${v.said}`,
  'kubernetes.api-stopped': () =>
    "The cluster's API server is not running. Kubernetes starts it again; your Pods go on meanwhile. Wait a moment, then press `r` to look again.",
  'kubernetes.api-begins': (v: { said: string }) =>
    `The cluster's API server has only just been started and does not let anybody in yet: ${v.said}. Wait a moment, then press \`r\` to look again.`,
  'kubernetes.api-hangs': () =>
    "The cluster's API server is there, but does not answer. Wait a moment, then press `r` to look again; if it stays like that, leave the lab and open it again.",
  'kubernetes.node-stopped': (v: { node: string }) =>
    `The cluster's node, the container \`${v.node}\`, was stopped. Start it with \`docker start ${v.node}\`, then press \`r\`.`,
  'kubernetes.node-paused': (v: { node: string }) =>
    `The cluster's node, the container \`${v.node}\`, is paused. Let it go on with \`docker unpause ${v.node}\`, then press \`r\`.`,
  'kubernetes.node-removed': (v: { node: string }) =>
    `The cluster's node, the container \`${v.node}\`, was removed by somebody else. Leave the lab and open it again: Seatrial makes a new cluster.`,
  'kubernetes.node-off-network': (v: { node: string; network: string }) =>
    `The cluster's node, the container \`${v.node}\`, was taken off its network, so that nobody reaches it. Put it back with \`docker network connect ${v.network} ${v.node}\`, typed on your computer, then press \`r\`.`,
  'kubernetes.node-not-ready': (v: { node: string; said: string }) =>
    `The node \`${v.node}\` is not ready, so that no Pod can be started or looked at: ${v.said}. Wait a moment; if it stays like that, leave the lab and open it again.`,
  'kubernetes.clock': (v: { server: string }) =>
    `The clock of this computer and the cluster's are too far apart: the certificate of ${v.server} is not valid at this time. Set the clock, then press \`r\`.`,
  'kubernetes.clock-unknown': () =>
    "The cluster's API server does not say what time it is: its answers carry no `Date`, as where a proxy in between takes it off. What you did since the step opened cannot be told from what was before; open the lab without `--context`, on a cluster of Seatrial's own.",
};
