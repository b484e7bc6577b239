/** Who keeps a learner from what they try. */
type Keeper = 'rbac' | 'escalation' | 'pod-security';

/** What a learner tries on somebody's cluster, in the 24 ways that were thought of, and who must refuse it. */
export type Attempt = { readonly name: string; readonly run: string; readonly by: Keeper };

const apply = (manifest: unknown): string => `kubectl apply -f - <<'END'\n${JSON.stringify(manifest)}\nEND\n`;

const pod = (name: string, spec: Readonly<Record<string, unknown>>, container = {}): string =>
  apply({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { containers: [{ name: 'c', image: 'busybox', imagePullPolicy: 'IfNotPresent', ...container }], ...spec },
  });

const rbac = 'rbac.authorization.k8s.io/v1';

export const attempts: readonly Attempt[] = [
  { name: 'write in another namespace', run: 'kubectl -n default create configmap x', by: 'rbac' },
  { name: "read kube-system's secrets", run: 'kubectl -n kube-system get secrets', by: 'rbac' },
  {
    name: 'exec in kube-system',
    run: 'kubectl -n kube-system exec deployment/coredns -- true',
    by: 'rbac',
  },
  {
    name: 'a token of a kube-system account',
    run: 'kubectl -n kube-system create token namespace-controller',
    by: 'rbac',
  },
  { name: 'delete another namespace', run: 'kubectl delete namespace default', by: 'rbac' },
  {
    name: 'a ClusterRoleBinding',
    run: 'kubectl create clusterrolebinding mine --clusterrole=cluster-admin --user=me',
    by: 'rbac',
  },
  {
    name: 'a PersistentVolume of the node',
    run: apply({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'root' },
      spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/' } },
    }),
    by: 'rbac',
  },
  {
    name: 'an admission webhook',
    run: apply({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'x' },
    }),
    by: 'rbac',
  },
  {
    name: 'a CustomResourceDefinition',
    run: apply({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'xs.example.com' },
      spec: { group: 'example.com', scope: 'Cluster', names: { plural: 'xs', kind: 'X' }, versions: [] },
    }),
    by: 'rbac',
  },
  {
    name: 'a certificate of system:masters',
    run: apply({
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: { name: 'x' },
      spec: { request: 'eA==', signerName: 'kubernetes.io/kube-apiserver-client', usages: ['client auth'] },
    }),
    by: 'rbac',
  },
  { name: 'taint a node', run: 'kubectl taint nodes --all x=y:NoSchedule', by: 'rbac' },
  { name: 'debug a node', run: 'kubectl debug node/$NODE --image=busybox -- true', by: 'rbac' },
  { name: "a node's kubelet", run: 'kubectl get --raw /api/v1/nodes/$NODE/proxy/pods', by: 'rbac' },
  {
    name: "take the confinement off one's own namespace",
    run: 'kubectl label --overwrite namespace $NS pod-security.kubernetes.io/enforce=privileged',
    by: 'rbac',
  },
  { name: "delete one's own namespace", run: 'kubectl delete namespace $NS', by: 'rbac' },
  {
    name: 'a RoleBinding to cluster-admin',
    run: 'kubectl create rolebinding mine --clusterrole=cluster-admin --serviceaccount=$NS:default',
    by: 'escalation',
  },
  {
    name: 'a Role that grants namespaces',
    run: 'kubectl create role mine --verb=patch --resource=namespaces',
    by: 'escalation',
  },
  { name: 'a privileged Pod', run: pod('p', {}, { securityContext: { privileged: true } }), by: 'pod-security' },
  {
    name: 'a Pod with a folder of the node',
    run: pod('h', { volumes: [{ name: 'root', hostPath: { path: '/' } }] }),
    by: 'pod-security',
  },
  { name: "a Pod in the node's namespaces", run: pod('n', { hostPID: true, hostNetwork: true }), by: 'pod-security' },
  {
    name: 'debug a Pod as its sysadmin',
    run: 'kubectl debug $POD --profile=sysadmin --image=busybox --target=c -- true',
    by: 'pod-security',
  },
  {
    name: "kube-system's secrets from inside a Pod",
    run: [
      "kubectl exec $POD -- sh -c 'cat /var/run/secrets/kubernetes.io/serviceaccount/token' > /tmp/token",
      'kubectl --token="$(cat /tmp/token)" --kubeconfig=/dev/null --server="$SERVER" --insecure-skip-tls-verify -n kube-system get secrets',
    ].join(' && '),
    by: 'rbac',
  },
  { name: 'become root', run: 'kubectl --as=root --as-group=system:masters get nodes', by: 'rbac' },
];

/** What is refused beyond those: ways to one's own rights, and to addresses that only the API server reaches. */
export const further: readonly Attempt[] = [
  {
    name: 'a wider Role for oneself',
    run: apply({
      apiVersion: rbac,
      kind: 'Role',
      metadata: { name: 'seatrial-learner' },
      rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    }),
    by: 'escalation',
  },
  { name: "one's own account", run: 'kubectl -n $NS-access delete serviceaccount learner', by: 'rbac' },
  { name: "the namespace of one's own account", run: 'kubectl delete namespace $NS-access', by: 'rbac' },
  {
    name: "another's account",
    run: 'kubectl --as=system:serviceaccount:kube-system:namespace-controller get pods',
    by: 'rbac',
  },
  {
    name: 'Endpoints that lead elsewhere',
    run: apply({
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: { name: 'x' },
      subsets: [{ addresses: [{ ip: '10.0.0.1' }], ports: [{ port: 443 }] }],
    }),
    by: 'rbac',
  },
  {
    name: 'an EndpointSlice that leads elsewhere',
    run: apply({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'x' },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.0.0.1'] }],
    }),
    by: 'rbac',
  },
  { name: "the nodes' list", run: 'kubectl get nodes', by: 'rbac' },
  { name: "everybody's Pods", run: 'kubectl get pods -A', by: 'rbac' },
];

/** What each of them says, whoever asks. */
export const refusals: Readonly<Record<Keeper, RegExp>> = {
  rbac: /is forbidden: User "[^"]+" cannot |cannot impersonate/,
  escalation: /is attempting to grant RBAC permissions not currently held/,
  'pod-security': /violates PodSecurity "baseline/,
};
