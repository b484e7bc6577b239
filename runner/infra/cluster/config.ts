import { createHash } from 'node:crypto';
import { auditFolder, auditLog, nodeFolder, runnerName, userOf } from './names.ts';

const patches = `${nodeFolder}/patches`;
const policy = `${nodeFolder}/audit-policy.yaml`;

/** What is in the audit log: everybody's calls but the cluster's own parts' and the runner's, and no discovery. */
const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [
    { level: 'None', userGroups: ['system:nodes', 'system:serviceaccounts:kube-system'] },
    {
      level: 'None',
      users: [
        'system:apiserver',
        'system:kube-controller-manager',
        'system:kube-scheduler',
        'system:kube-proxy',
        'system:serviceaccount:local-path-storage:local-path-provisioner-service-account',
        'system:serviceaccount:local-path-storage:local-path-provisioner',
        userOf(runnerName),
      ],
    },
    {
      level: 'None',
      nonResourceURLs: [
        '/api',
        '/api/*',
        '/apis',
        '/apis/*',
        '/openapi/*',
        '/version',
        '/healthz*',
        '/livez*',
        '/readyz*',
      ],
    },
    // Whether it is only tried stands in the body here, and in the query everywhere else.
    { level: 'Request', verbs: ['delete', 'deletecollection'] },
    { level: 'Metadata' },
  ],
};

// Names resolve as soon as CoreDNS runs; every ten seconds, as kubeadm has it, is how long the first look may take.
const corednsPatch = {
  spec: { template: { spec: { containers: [{ name: 'coredns', readinessProbe: { periodSeconds: 1 } }] } } },
};

/** Files that a node has before kubeadm begins on it, by their paths in the folder of ours; YAML reads JSON. */
export const nodeFiles: Readonly<Record<string, string>> = {
  'audit-policy.yaml': JSON.stringify(auditPolicy),
  'patches/corednsdeployment+strategic.yaml': JSON.stringify(corednsPatch),
};

const kubeadmPatches = [
  {
    kind: 'ClusterConfiguration',
    apiServer: {
      extraArgs: {
        'audit-policy-file': policy,
        'audit-log-path': auditLog,
        // A call is in the log before it is answered: who has seen its effect can read who did it.
        'audit-log-mode': 'blocking',
        'audit-log-maxsize': '100',
        'audit-log-maxbackup': '1',
      },
      extraVolumes: [
        { name: 'audit-policy', hostPath: policy, mountPath: policy, readOnly: true, pathType: 'File' },
        { name: 'audit-log', hostPath: auditFolder, mountPath: auditFolder, pathType: 'DirectoryOrCreate' },
      ],
    },
    // There is one of each to elect, and the controllers need not queue for an API server that is theirs alone.
    controllerManager: { extraArgs: { 'leader-elect': 'false', 'kube-api-qps': '500', 'kube-api-burst': '500' } },
    scheduler: { extraArgs: { 'leader-elect': 'false' } },
  },
  { kind: 'InitConfiguration', patches: { directory: patches } },
];

/** A configuration for `kind create cluster`: this many nodes, the first of them the control plane. */
export const kindConfig = (nodes: number): string =>
  JSON.stringify({
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    nodes: Array.from({ length: nodes }, (_, index) => ({ role: index === 0 ? 'control-plane' : 'worker' })),
    kubeadmConfigPatches: kubeadmPatches.map((patch) => JSON.stringify(patch)),
  });

/** Raised when a cluster that an older version has made can no longer be used. */
const layout = 4;

/** Tells whether a cluster was made from this node image in today's way. */
export const recipeOf = (image: string, nodes: number): string =>
  createHash('sha256')
    .update(JSON.stringify([layout, image, kindConfig(nodes), nodeFiles]))
    .digest('hex')
    .slice(0, 12);
