import { contentOf } from './content.ts';
import { type Item, keyOf, type Listed } from './snapshot.ts';

/** How a cluster differs from what it was like untouched. */
export type Difference = {
  /** Not there at first. */
  readonly extra: readonly Item[];
  /** There, but not as at first: what is, and what was. */
  readonly changed: readonly { readonly now: Item; readonly was: Item }[];
  readonly missing: readonly Item[];
};

export const isNone = ({ extra, changed, missing }: Difference): boolean =>
  extra.length + changed.length + missing.length === 0;

/** Whom an object is made by and goes with. */
const controllerOf = ({ metadata }: Listed) => metadata.ownerReferences?.find(({ controller }) => controller);

/** What comes and goes by itself in a cluster that nobody touches. */
function passes({ type, object }: Item): boolean {
  if (type.kind === 'Secret') return object.type === 'bootstrap.kubernetes.io/token';
  if (type.kind !== 'CertificateSigningRequest') return false;
  const { spec } = object;
  const by = typeof spec === 'object' && spec !== null && 'username' in spec ? String(spec.username) : '';
  return /^system:(node|bootstrap):/.test(by);
}

/**
Compares a snapshot with the baseline. What lies in a namespace that was not there at first goes with it and is not looked
at. What a controller has made is its business, but for Pods, which must be like one that it had made at first.
*/
export function compare(untouched: readonly Item[], now: readonly Item[]): Difference {
  const before = new Map(untouched.filter((item) => !passes(item)).map((item) => [keyOf(item), item]));
  const there = new Set<string>();
  const namespaces = new Set(
    untouched.filter(({ type }) => type.kind === 'Namespace').map(({ object }) => object.metadata.name),
  );
  const owners = new Set(
    untouched.map(({ type, object }) => `${type.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`),
  );
  const pods = new Set(untouched.filter(({ type }) => type.kind === 'Pod').map(contentOf));
  const extra: Item[] = [];
  const changed: { now: Item; was: Item }[] = [];
  for (const item of now) {
    const key = keyOf(item);
    const { namespace } = item.object.metadata;
    if (passes(item) || (namespace !== undefined && !namespaces.has(namespace))) continue;
    const old = before.get(key);
    const owner = controllerOf(item.object);
    if (owner) {
      const lasting = owners.has(`${owner.kind} ${namespace ?? ''}/${owner.name}`) || owner.kind === 'Node';
      if (item.type.kind === 'Pod' && lasting && !pods.has(contentOf(item))) extra.push(item);
      continue;
    }
    there.add(key);
    if (!old) extra.push(item);
    else if (old.object.metadata.resourceVersion !== item.object.metadata.resourceVersion) {
      if (contentOf(old) !== contentOf(item)) changed.push({ now: item, was: old });
    }
  }
  const missing = [...before].filter(([key, { object }]) => !there.has(key) && !controllerOf(object));
  return { extra, changed, missing: missing.map(([, item]) => item) };
}
