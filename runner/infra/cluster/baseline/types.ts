import type { Api } from '../../../world/kubernetes/call.ts';

/** A resource of the API that can be listed. */
export type ResourceType = {
  /** `/apis/apps/v1` */
  readonly base: string;
  /** In plural: `deployments`. */
  readonly resource: string;
  /** `apps/v1 Deployment`, as manifests write it. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
};

export const namespaceType: ResourceType = {
  base: '/api/v1',
  resource: 'namespaces',
  apiVersion: 'v1',
  kind: 'Namespace',
  namespaced: false,
};

type Discovery = {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    readonly versions: readonly {
      readonly version: string;
      readonly resources?: readonly {
        readonly resource: string;
        readonly responseKind?: { readonly kind: string };
        readonly scope: 'Cluster' | 'Namespaced';
        readonly verbs: readonly string[];
      }[];
    }[];
  }[];
};

// "Aggregated discovery" in the API's concepts: all groups in one answer.
const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** What happens by itself all the time, and what is only another view of something else: addresses follow Pods and nodes. */
const fleeting = /^(events|leases|componentstatuses|ipaddresses|endpoints|endpointslices|storageversions)$/;

/** Every resource that a cluster lists, in the version that it prefers, but for those that never keep still. */
export async function listableTypes(api: Api, signal: AbortSignal): Promise<readonly ResourceType[]> {
  const answers = await Promise.all(
    ['/api', '/apis'].map((path) => api.call<Discovery>('GET', path, { accept, signal })),
  );
  return answers.flatMap(({ items }) =>
    items.flatMap(({ metadata: { name: group }, versions }) => {
      const [preferred] = versions;
      if (!preferred || group === 'metrics.k8s.io') return [];
      const apiVersion = group ? `${group}/${preferred.version}` : preferred.version;
      return (preferred.resources ?? [])
        .filter(({ resource, verbs }) => verbs.includes('list') && !fleeting.test(resource))
        .map(
          ({ resource, responseKind, scope }): ResourceType => ({
            base: group ? `/apis/${apiVersion}` : `/api/${apiVersion}`,
            resource,
            apiVersion,
            kind: responseKind?.kind ?? '',
            namespaced: scope === 'Namespaced',
          }),
        );
    }),
  );
}
