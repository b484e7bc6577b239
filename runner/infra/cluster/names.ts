import { randomInt } from 'node:crypto';

/** The one cluster that is kept, as kind names it, unless told otherwise. */
export const keptCluster = 'seatrial';

/** A cluster of a session's own, as kind names it. */
export const ownCluster = (session: string, kept = keptCluster): string => `${kept}-${session}`;

/** The namespace of the cluster that is Seatrial's own: what it needs itself lives there. */
export const home = 'seatrial';

/** Of a namespace and an identity: the session that they belong to. */
export const sessionLabel = 'seatrial.session';

const letters = 'bcdfghjklmnpqrstvwxz23456789';

/** A name for a session's namespace that no session before has had: the audit log of a kept cluster knows them all. */
export const newNamespace = (): string =>
  `lab-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;

/** Of a session's namespace: the process that has opened it, so that it is not taken for one that was left behind. */
export const runnerAnnotation = 'seatrial.runner';

/** By which kind marks a node with the name of its cluster, and with what it is in it. */
export const clusterLabel = 'io.x-k8s.kind.cluster';
export const roleLabel = 'io.x-k8s.kind.role';

/** Where a machine beside a cluster has its kubeconfig. */
export const kubeconfigPath = '/root/.kube/config';
/** As the audit log names the runner. */
export const runnerName = 'runner';
export const userOf = (account: string): string => `system:serviceaccount:${home}:${account}`;

/** Folder of a node that holds what Seatrial has to know of its cluster, and nothing that makes it one. */
export const nodeFolder = '/etc/seatrial';

/** The audit log, in a folder of its own on the node's `/var`: a volume, where changes are told by inotify(7). */
export const auditFolder = '/var/log/seatrial';
export const auditLog = `${auditFolder}/audit.log`;
