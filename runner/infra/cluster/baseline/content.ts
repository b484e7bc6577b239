import { isFleeting } from './fleeting.ts';
import type { Item, Listed } from './snapshot.ts';

/** What of an object somebody has put there, and nothing that changes by itself; two that are alike compare as text. */
export function contentOf({ type, object }: Item): string {
  const { metadata, status: _, ...rest } = object;
  const content = { ...rest, metadata: lasting(metadata) };
  if (type.kind !== 'Pod') return stable(of(type.kind, content));
  const text = stable(withoutOwnName(content));
  // The control plane's own Pods name their node's address, and a node that is started again may have another.
  return mirrored in (metadata.annotations ?? {}) ? text.replaceAll(address, 'address') : text;
}

/** Of a Pod that the kubelet has from a file of its node. */
const mirrored = 'kubernetes.io/config.mirror';
const address = /\b\d{1,3}(\.\d{1,3}){3}\b/g;

/** Counted by controllers, or noted by them for themselves. */
const noted = /^(deployment\.kubernetes\.io\/revision|deprecated\.daemonset\.template\.generation)$/;

type Fields = Readonly<Record<string, unknown>>;

function lasting(metadata: Listed['metadata']): Fields {
  const { name, namespace, labels, annotations = {}, finalizers, ownerReferences, deletionTimestamp } = metadata;
  return {
    name,
    namespace,
    labels,
    annotations: without(annotations, (key) => noted.test(key)),
    finalizers,
    owners: ownerReferences?.map((owner) => `${owner.kind} ${owner.name}`),
    deleting: deletionTimestamp !== undefined,
  };
}

/** What kubelet, kubeadm and the node's controllers keep up to date in objects of these kinds. */
function of(kind: string, content: Fields): Fields {
  if (kind === 'Node') {
    const { taints, ...spec } = fields(content.spec);
    const { annotations: _, ...metadata } = fields(content.metadata);
    const own = list(taints).filter((taint) => !isFleeting(fields(taint)));
    return { ...content, metadata, spec: { ...spec, taints: own } };
  }
  // The signatures by which a node may join; they go with the token of their name, after a day.
  if (kind === 'ConfigMap') return { ...content, data: without(fields(content.data), (key) => key.startsWith('jws-')) };
  return content;
}

/** A Pod as its owner made it, whichever of several: without its name, its node and the mount of its own token. */
function withoutOwnName(content: Fields): Fields {
  const { name: _, annotations: __, ...metadata } = fields(content.metadata);
  const { nodeName: ___, volumes, ...spec } = fields(content.spec);
  const isToken = (each: unknown) => String(fields(each).name).startsWith('kube-api-access-');
  const containers = (all: unknown) =>
    list(all).map((each) => {
      const { volumeMounts, ...container } = fields(each);
      return { ...container, volumeMounts: list(volumeMounts).filter((mount) => !isToken(mount)) };
    });
  return {
    metadata,
    spec: {
      ...spec,
      volumes: list(volumes).filter((each) => !isToken(each)),
      containers: containers(spec.containers),
      initContainers: containers(spec.initContainers),
    },
  };
}

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const without = (value: Fields, drop: (key: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !drop(key)));

/** JSON with keys in order. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
