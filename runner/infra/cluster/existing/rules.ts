/** A rule of a Role (RBAC in the Kubernetes API reference). */
export type Rule = {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
};

const all = ['*'];
const look = ['get', 'list', 'watch'];

/** Named one by one: `*` would take in the Namespace itself, and with it the label that confines Pods. */
const core = [
  ...['pods', 'pods/attach', 'pods/exec', 'pods/log', 'pods/portforward', 'pods/proxy', 'pods/eviction'],
  ...['pods/ephemeralcontainers', 'pods/resize'],
  ...['services', 'services/proxy', 'configmaps', 'secrets', 'serviceaccounts', 'serviceaccounts/token', 'events'],
  ...['persistentvolumeclaims', 'replicationcontrollers', 'replicationcontrollers/scale'],
  ...['resourcequotas', 'limitranges', 'podtemplates', 'bindings'],
];

const groups = ['apps', 'batch', 'autoscaling', 'networking.k8s.io', 'policy'];

/**
What a learner may do in the namespace of a session, and nowhere else. Whoever writes an address into Endpoints, EndpointSlices
or a Pod's status can make the API server call it by `services/proxy`: these are for looking at.
*/
export const learnerRules: readonly Rule[] = [
  { apiGroups: [''], resources: core, verbs: all },
  { apiGroups: [''], resources: ['namespaces', 'pods/status', 'endpoints'], verbs: look },
  { apiGroups: groups, resources: all, verbs: all },
  { apiGroups: ['coordination.k8s.io', 'events.k8s.io', 'metrics.k8s.io'], resources: all, verbs: all },
  { apiGroups: ['discovery.k8s.io'], resources: all, verbs: look },
  // No `*`, which takes in `bind` and `escalate`: by these a RoleBinding to cluster-admin would be accepted.
  {
    apiGroups: ['rbac.authorization.k8s.io'],
    resources: ['roles', 'rolebindings'],
    verbs: [...look, 'create', 'update', 'patch', 'delete', 'deletecollection'],
  },
];
