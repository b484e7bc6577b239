import { daysAgo } from './days.ts';

/** About clusters that somebody has already, and that a lab is opened on by `--context`. */
export const existing = {
  'existing.unreadable': (v: { file: string; said: string }) =>
    `Your kubeconfig cannot be read: ${v.file}\n${v.said}\nSeatrial reads it as kubectl does, and never writes it. \`kubectl config view\` shows what kubectl makes of it.`,
  'existing.unknown-context': (v: { context: string; files: string }) =>
    `There is no context "${v.context}" in your kubeconfig (${v.files}).`,
  'existing.contexts': (v: { names: string }) => `It has these contexts: ${v.names}`,
  'existing.no-contexts': () =>
    'It has no contexts at all. Without `--context` a lab runs on a cluster that Seatrial makes.',
  'existing.incomplete': (v: { context: string }) =>
    `The context "${v.context}" names a cluster or a user that your kubeconfig does not have. \`kubectl config view --context ${v.context}\` shows what it names.`,
  'existing.not-https': (v: { context: string; server: string }) =>
    `The context "${v.context}" leads to ${v.server}, which is not https: whoever is on the way could read what is sent there. Use a context whose server is https.`,
  'existing.needless': (v: { context: string }) =>
    `No lab that was asked for needs a cluster, so there is nothing to be done on "${v.context}". Leave out \`--context\`.`,

  'existing.lacking': (v: { lab: string; context: string }) =>
    `The lab \`${v.lab}\` needs more than somebody's own cluster gives, so it cannot be opened on "${v.context}":`,
  'existing.lacking-own': () => '  It wants a cluster of its own, which it may break (`cluster: own`).',
  'existing.lacking-nodes': (v: { nodes: number }) => `  It wants ${v.nodes} nodes of its own (\`nodes: ${v.nodes}\`).`,
  'existing.lacking-node': () =>
    "  It looks at the node itself and its processes (`node: true`), and the node is not Seatrial's to enter.",
  'existing.lacking-actions': (v: { steps: string }) =>
    `  It judges what you ask of the API (${v.steps}), which Seatrial reads in a cluster's audit log; this one's is not Seatrial's to read.`,
  'existing.lacking-processes': (v: { steps: string }) =>
    `  It looks at processes in containers (${v.steps}), which can be seen on the node alone.`,
  'existing.lacking-requests': (v: { steps: string }) =>
    `  It makes requests from within the cluster (${v.steps}), for which Seatrial has to be on a node.`,
  'existing.lacking-next': (v: { lab: string }) =>
    `\`seatrial run ${v.lab}\`, without \`--context\`, opens it on a cluster that Seatrial makes.`,

  'existing.rights': (v: { user: string; context: string; missing: string }) =>
    `${v.user} may not do on "${v.context}" what it takes to open a lab there. Missing is the right to:\n${v.missing}\nNothing was made. docs/clusters.md has a ClusterRole with all of these rights; where it is, an administrator of that cluster gives it to you:\n  kubectl create clusterrolebinding seatrial-host --clusterrole=seatrial-host --user='${v.user}'\nWithout \`--context\` a lab runs on a cluster that Seatrial makes.`,
  'existing.silent': (v: { context: string; server: string; said: string }) =>
    `The cluster of the context "${v.context}" does not answer at ${v.server}: ${v.said}. \`kubectl --context ${v.context} version\` tries the same.`,
  'existing.unknown-user': (v: { context: string; server: string }) =>
    `The cluster of the context "${v.context}" (${v.server}) does not know who you are: your credentials are wrong or have expired. Log in to it again, and try \`kubectl --context ${v.context} version\`.`,
  'existing.refused': (v: { context: string; server: string; said: string }) =>
    `The cluster of the context "${v.context}" (${v.server}) refused what it takes to open a lab there: ${v.said}`,
  'existing.unconfined': (v: { server: string }) =>
    `The cluster at ${v.server} would let a lab's Pods take over its nodes: it does not mind the label \`pod-security.kubernetes.io/enforce: baseline\`. Seatrial opens no lab there, and has taken away what it made. Ask its administrator to switch Pod Security Admission on.`,
  'existing.unreachable': (v: { context: string; server: string }) =>
    `The cluster of the context "${v.context}" listens at ${v.server}, which only this computer itself can reach, and no container of your Docker engine publishes it. A lab's shell runs in a container and could not reach it. Use a context whose server has an address of its own.`,
  'existing.not-let-in': (v: { server: string }) =>
    `The cluster at ${v.server} has been given a Role for the lab, but still refuses its learner. What was made there is taken away again. Try again; if it stays so, ask its administrator what else decides on access there.`,
  'existing.opening': (v: { context: string }) => `Making a namespace for this lab on "${v.context}"`,
  'existing.place-lost': () =>
    'The namespace of this lab cannot be found any more: nothing is written down of the cluster that it was on. Begin the lab anew.',
  'existing.other-cluster': (v: { context: string; server: string }) =>
    `This lab was begun on the cluster at ${v.server}, by the context "${v.context}", which is no more in your kubeconfig or leads to another cluster now. Put it back, or begin the lab anew.`,
  'existing.elsewhere': (v: { lab: string; where: string; context: string }) =>
    `You have begun the lab \`${v.lab}\` on ${v.where}, so it cannot be continued on "${v.context}".`,
  'existing.elsewhere-own': () => "a cluster of Seatrial's",
  'existing.elsewhere-context': (v: { context: string }) => `"${v.context}"`,
  'existing.elsewhere-next': () =>
    'Continue it without `--context`, or end it there first: `seatrial clean` removes what sessions have left.',
  'existing.namespace-removed': (v: { namespace: string }) =>
    `The lab's namespace \`${v.namespace}\` was removed from the cluster by somebody else. Leave the lab and begin it anew.`,

  'existing.about': (v: { context: string; server: string; user: string }) =>
    `This opens a lab on a cluster that exists already:\n  context  ${v.context}\n  server   ${v.server}\n  user     ${v.user}`,
  'existing.about-kind': (v: { cluster: string; nodes: string }) =>
    `  It is the kind cluster "${v.cluster}" on your Docker engine (${v.nodes}).`,
  'existing.about-other': () => '  It is not a kind cluster on your Docker engine, so others may work on it.',
  'existing.makes': () =>
    `There, Seatrial makes for each lab and removes at its end:
  two namespaces, \`lab-…\` for you and \`lab-…-access\` for your account, each with the label \`pod-security.kubernetes.io/enforce: baseline\`
  a ServiceAccount in \`lab-…-access\`: in the lab you are this account, not yourself
  a Role and a RoleBinding, both \`seatrial-learner\`, in \`lab-…\`: all that this account may do, in this namespace alone`,
  'existing.makes-images': () =>
    "  the lab's images on the cluster's nodes, where they are not there under these names already",
  'existing.leaves': () => 'It changes nothing else there, and nothing in your kubeconfig.',
  'existing.pulls': (v: { images: string }) =>
    `The cluster has to pull the labs' images itself (${v.images}): Seatrial cannot bring them there.`,
  'existing.ask': () => 'May Seatrial do that on this cluster?',
  'existing.needed': (v: { context: string; server: string }) =>
    `Seatrial has not been allowed yet to work on the cluster of the context "${v.context}" (${v.server}), and there is nobody to ask.`,
  'existing.how': () =>
    'If it may, add `--trust-cluster`. docs/clusters.md says what it makes there. It counts until the server or its certificate authority changes.',

  'existing.left': (v: { namespace: string; context: string; lab: string; days: number }) =>
    `${v.namespace} (${v.lab}) on the cluster of the context "${v.context}", made ${daysAgo(v.days)}`,
  'existing.left-ask': (v: { count: number }) =>
    `Remove ${v.count === 1 ? 'this namespace' : `these ${v.count} namespaces`} from ${v.count === 1 ? 'its cluster' : 'their clusters'}?`,
  'existing.left-nobody': (v: { count: number }) =>
    `${v.count === 1 ? 'A namespace was' : `${v.count} namespaces were`} left in clusters that are not Seatrial's, and there is nobody to ask. \`seatrial clean --yes\` removes ${v.count === 1 ? 'it' : 'them'}.`,
  'existing.left-removed': (v: { namespace: string; context: string }) =>
    `Removed ${v.namespace} from the cluster of the context "${v.context}".`,
  'existing.left-unknown': (v: { namespace: string; context: string; server: string; why: string; file: string }) =>
    `${v.namespace} may still be on the cluster at ${v.server} (context "${v.context}"), which could not be asked: ${v.why}\nIf there is no such cluster any more, \`rm ${v.file}\` forgets it.`,
  'existing.left-no-context': () => 'The context is no more in your kubeconfig, or leads to another cluster now.',
};
