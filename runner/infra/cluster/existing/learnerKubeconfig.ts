import type { ClusterEntry } from './context.ts';

type Access = {
  /** As the learner calls the context. */
  readonly name: string;
  readonly cluster: ClusterEntry;
  readonly namespace: string;
  readonly token: string;
};

/** A kubeconfig by which a learner is let in, with their namespace for its default. */
export async function learnerKubeconfig({ name, cluster, namespace, token }: Access): Promise<string> {
  const { dumpYaml } = await import('@kubernetes/client-node');
  return dumpYaml({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, namespace, user: 'learner' } }],
    clusters: [{ name, cluster }],
    users: [{ name: 'learner', user: { token } }],
  });
}
