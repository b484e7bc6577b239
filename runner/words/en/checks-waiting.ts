/** Why a Pod does not get on: who has to act, and whose doing it is. */
export const checksWaiting = {
  'kube.node.cordoned': (v: { node: string }) =>
    `The node \`${v.node}\` takes no new Pods: somebody other than you has closed it, as \`kubectl cordon\` and \`kubectl drain\` do. \`kubectl uncordon ${v.node}\` opens it again.`,
  'kube.node.cordoned-own': (v: { node: string }) =>
    `You have closed the node \`${v.node}\` to new Pods. \`kubectl uncordon ${v.node}\` opens it again.`,
  'kube.node.tainted': (v: { node: string; taint: string }) =>
    `The node \`${v.node}\` takes no Pod that does not tolerate \`${v.taint}\`: somebody other than you has set that taint. \`kubectl taint nodes ${v.node} ${v.taint}-\` takes it off.`,
  'kube.node.tainted-own': (v: { node: string; taint: string }) =>
    `You have set the taint \`${v.taint}\` on the node \`${v.node}\`, which takes no Pod without a toleration for it. \`kubectl taint nodes ${v.node} ${v.taint}-\` takes it off.`,
  'kube.node.condition': (v: { node: string; condition: string; said: string }) =>
    `The node \`${v.node}\` takes no new Pods because of its condition ${v.condition}: ${v.said}. Free memory or disk space on this computer; Kubernetes opens the node again by itself.`,
  'kube.node.lost': (v: { name: string; node: string }) =>
    `The node \`${v.node}\`, on which the Pod \`${v.name}\` was, is no longer in the cluster: somebody has deleted it. Leave the lab, remove its machine and begin it anew.`,
  'kube.part.stopped': (v: { name: string; part: string; node: string }) =>
    `\`${v.name}\` waits for \`${v.part}\`, a part of Kubernetes that does not run on the node \`${v.node}\`, or is stopped there. If you have stopped it, let it go on; else leave the lab and open it again: Seatrial puts the cluster right.`,

  'kube.pod.no-scheduler': (v: { name: string; scheduler: string }) =>
    `The Pod \`${v.name}\` waits for a scheduler called \`${v.scheduler}\`, and none has taken it. Leave \`schedulerName\` out: then Kubernetes' own one does.`,
  'kube.pod.no-node': (v: { name: string; node: string }) =>
    `The Pod \`${v.name}\` is to run on the node \`${v.node}\`, which the cluster does not have. Leave \`nodeName\` out: then the scheduler chooses a node. \`kubectl get nodes\` lists those that there are.`,
  'kube.pod.unassigned': (v: { name: string }) => `The scheduler chooses a node for the Pod \`${v.name}\`.`,
  'kube.pod.init': (v: { name: string; container: string }) =>
    `The Pod \`${v.name}\` waits for its init container \`${v.container}\` to end, which is running. \`kubectl logs ${v.name} -c ${v.container}\` shows what it does.`,
  'kube.pod.warned': (v: { name: string; said: string }) =>
    `The Pod \`${v.name}\` is not started yet. What the cluster said last about it: ${v.said}`,
  'kube.pod.no-sandbox': (v: { name: string; said: string }) =>
    `The node could not make a place for the Pod \`${v.name}\`, and goes on trying: ${v.said}`,
  'kube.pod.probe': (v: { name: string; said: string }) =>
    `The Pod \`${v.name}\` is running, but is not taken for ready: ${v.said}`,
  'kube.pod.unready': (v: { name: string; containers: string }) =>
    `The Pod \`${v.name}\` is running, but its ${v.containers.includes(',') ? 'containers' : 'container'} \`${v.containers}\` ${v.containers.includes(',') ? 'are' : 'is'} not ready yet.`,
  'kube.pod.crashes': (v: { name: string; container: string; code: number; reason: string; line: string }) =>
    `The container \`${v.container}\` of \`${v.name}\` ends again and again, last with ${v.code}${v.reason === '' ? '' : ` (${v.reason})`}${v.line === '' ? ', and has written nothing' : `. Its last line: \`${v.line}\``}`,
  'kube.pod.ended-line': (v: { name: string; container: string; code: number; line: string }) =>
    `The container \`${v.container}\` of \`${v.name}\` has ended with ${v.code}. Its last line: \`${v.line}\``,
  'kube.deleting.finalizer': (v: { kind: string; name: string; finalizer: string; object: string }) =>
    `The ${v.kind} \`${v.name}\` is being deleted and stays until its finalizer \`${v.finalizer}\` is taken off: whoever has put it there must do so. By hand: \`kubectl patch ${v.object} ${v.name} --type=merge -p '{"metadata":{"finalizers":null}}'\`.`,

  'kube.stray-from': (v: { namespace: string; own: string }) =>
    `That went to the namespace \`${v.namespace}\`. It belongs in \`${v.own}\`: \`-n ${v.own}\` sends it there.`,
  'kube.client-looked': (v: { line: string; code: number }) =>
    `\`${v.line}\` ended with ${v.code}: it has asked the cluster, and changed nothing in it. The shell shows why.`,
};
