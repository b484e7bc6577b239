/**
Taints that a node's controllers set by its state and take away again ("Taints and Tolerations" in the Kubernetes concepts). Any
other under `node.kubernetes.io/` somebody has set, and it stays.
*/
const fleeting = new Set(
  [
    ...['not-ready', 'unreachable', 'unschedulable', 'network-unavailable'],
    ...['memory-pressure', 'disk-pressure', 'pid-pressure'],
  ].map((name) => `node.kubernetes.io/${name}`),
);

export const isFleeting = ({ key }: { readonly key?: unknown }): boolean => fleeting.has(String(key));
