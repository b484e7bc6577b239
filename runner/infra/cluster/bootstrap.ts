import type { Api } from '../../world/kubernetes/call.ts';
import { applied } from './applied.ts';
import { home, runnerName } from './names.ts';

/** A TokenRequest asks for so many seconds: longer than a cluster of ours lives. */
const years = 10 * 365 * 24 * 3600;

/**
Gives a new cluster the namespace in which its learners and the runner have their identities; all of them are
administrators, for the cluster is disposable. Returns the runner's token.
*/
export async function bootstrap(admin: Api): Promise<string> {
  await applied(admin, '/api/v1/namespaces', { metadata: { name: home } });
  await Promise.all([
    applied(admin, '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
      metadata: { name: home },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: `system:serviceaccounts:${home}` }],
    }),
    applied(admin, `/api/v1/namespaces/${home}/serviceaccounts`, { metadata: { name: runnerName } }),
  ]);
  return tokenOf(admin, runnerName, years);
}

/** A token by which the API lets in an account of ours, for so many seconds. */
export async function tokenOf(api: Api, account: string, seconds: number): Promise<string> {
  const path = `/api/v1/namespaces/${home}/serviceaccounts/${account}/token`;
  const { status } = await api.call<{ readonly status: { readonly token: string } }>('POST', path, {
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: seconds } },
  });
  return status.token;
}
