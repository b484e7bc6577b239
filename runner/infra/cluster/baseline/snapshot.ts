import type { Api } from '../../../world/kubernetes/call.ts';
import type { KubernetesObject } from '../../../world/kubernetes/model.ts';
import type { ResourceType } from './types.ts';

/** An object as a list of the API has it: without its kind, but with what tells its versions apart. */
export type Listed = {
  readonly metadata: Omit<KubernetesObject['metadata'], 'ownerReferences'> & {
    readonly resourceVersion: string;
    readonly generateName?: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly ownerReferences?: readonly {
      readonly kind: string;
      readonly name: string;
      readonly uid: string;
      readonly controller?: boolean;
    }[];
  };
  readonly [field: string]: unknown;
};

export type Item = { readonly type: ResourceType; readonly object: Listed };

/** Every object of these types, as it is now. */
export async function clusterSnapshot(
  api: Api,
  types: readonly ResourceType[],
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const paths = types.map(({ base, resource }) => `${base}/${resource}`);
  const lists = await api.getAll<{ readonly items: readonly Listed[] | null }>(paths, signal);
  return types.flatMap((type, index) => (lists[index]?.items ?? []).map((object) => ({ type, object })));
}

/** Names an object among all of a snapshot: `apps/v1 deployments kube-system/coredns`. */
export const keyOf = ({ type, object }: Item): string =>
  `${type.apiVersion} ${type.resource} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;

/** Names an object for a person: `Deployment kube-system/coredns`. */
export const nameOf = ({ type, object }: Item): string => {
  const { namespace, name } = object.metadata;
  const kind = type.kind || type.resource;
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
};

/** Where the API has an object. */
export const pathOf = ({ type, object }: Item): string => {
  const { namespace, name } = object.metadata;
  return `${collectionOf(type, namespace)}/${encodeURIComponent(name)}`;
};

export const collectionOf = ({ base, resource }: ResourceType, namespace: string | undefined): string =>
  namespace === undefined ? `${base}/${resource}` : `${base}/namespaces/${namespace}/${resource}`;
