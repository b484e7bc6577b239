import { message } from '../../words/message.ts';
import { WorldError } from '../world.ts';
import type { Api } from './call.ts';

/** Where the API serves objects of a kind: `/apis/apps/v1`, `deployments`. */
export type Resource = {
  readonly base: string;
  readonly apiVersion: string;
  readonly plural: string;
  readonly namespaced: boolean;
};

/** "Aggregated discovery" in the Kubernetes API concepts: every group's resources in one answer. */
type Discovery = {
  readonly items?: readonly {
    readonly metadata?: { readonly name?: string };
    readonly versions?: readonly {
      readonly version: string;
      readonly resources?: readonly {
        readonly resource: string;
        readonly scope: string;
        readonly verbs: readonly string[];
        readonly responseKind?: { readonly kind: string };
      }[];
    }[];
  }[];
};

const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** What kinds this cluster knows, asked once, and again for one that was unknown: the learner may have defined it since. */
export function kindsOf(api: Api) {
  let known: Promise<ReadonlyMap<string, Resource>> | undefined;

  const discover = async (): Promise<ReadonlyMap<string, Resource>> => {
    const [core, groups] = await Promise.all(
      ['/api', '/apis'].map((path) => api.call<Discovery>('GET', path, { accept: aggregated })),
    );
    const kinds = new Map<string, Resource>();
    for (const { metadata, versions = [] } of [...(core?.items ?? []), ...(groups?.items ?? [])]) {
      const group = metadata?.name ?? '';
      for (const { version, resources = [] } of versions) {
        const apiVersion = group === '' ? version : `${group}/${version}`;
        const base = group === '' ? `/api/${version}` : `/apis/${apiVersion}`;
        for (const { resource, scope, verbs, responseKind } of resources) {
          // The core's kinds and each group's preferred version come first, and are what is meant.
          if (!responseKind || !verbs.includes('watch') || kinds.has(responseKind.kind)) continue;
          kinds.set(responseKind.kind, { base, apiVersion, plural: resource, namespaced: scope === 'Namespaced' });
        }
      }
    }
    return kinds;
  };

  const ask = (): Promise<ReadonlyMap<string, Resource>> => {
    const asking = discover();
    known = asking;
    asking.catch(() => {
      known = undefined;
    });
    return asking;
  };

  /** Rejects, blaming the lab, where the cluster knows no such kind. */
  return async (kind: string): Promise<Resource> => {
    const found = known && (await known).get(kind);
    const resource = found ?? (await ask()).get(kind);
    if (!resource) throw new WorldError(message('kubernetes.kind-unknown', { kind }), { blame: 'lab' });
    return resource;
  };
}
