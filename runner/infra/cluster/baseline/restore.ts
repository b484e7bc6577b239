import { type Api, Refused } from '../../../world/kubernetes/call.ts';
import { removed } from '../applied.ts';
import type { Difference } from './compare.ts';
import { isFleeting } from './fleeting.ts';
import { collectionOf, type Item, type Listed, pathOf } from './snapshot.ts';

/** What may refuse or rewrite every other change, and so must go first. */
const gates = /^(validating|mutating)(webhookconfigurations|admissionpolicies|admissionpolicybindings)$/;

const merge = 'application/merge-patch+json';

/** Makes a cluster again what it was like. Rejects as the API does where something cannot be undone. */
export async function restoreCluster(api: Api, { extra, changed, missing }: Difference): Promise<void> {
  const isGate = ({ type }: Item) => gates.test(type.resource);
  await Promise.all(extra.filter(isGate).map((item) => remove(api, item)));
  await Promise.all([
    ...extra.filter((item) => !isGate(item)).map((item) => remove(api, item)),
    ...changed.map(({ now, was }) => putBack(api, now, was)),
    ...missing.map((item) => makeAgain(api, item)),
  ]);
}

async function remove(api: Api, item: Item): Promise<void> {
  const { finalizers = [] } = item.object.metadata;
  // Whoever was to do something before it goes may be gone; a namespace's and a definition's own are the API server's.
  const foreign = finalizers.filter((name) => !/(^|\.)(kubernetes|k8s)(\.io)?(\/|$)/.test(name));
  if (foreign.length > 0) {
    const own = finalizers.filter((name) => !foreign.includes(name));
    await api.call('PATCH', pathOf(item), { body: { metadata: { finalizers: own } }, type: merge });
  }
  const isNamespace = item.type.kind === 'Namespace';
  await removed(api, pathOf(item), item.type.kind === 'Pod' ? { gracePeriodSeconds: 1 } : undefined);
  if (isNamespace) await removed(api, `${pathOf(item)}/pods?gracePeriodSeconds=1`);
}

async function putBack(api: Api, now: Item, was: Item): Promise<void> {
  const { resourceVersion, uid } = now.object.metadata;
  const body = asWritten(was, { resourceVersion, uid });
  await api.call('PUT', pathOf(now), { body }).catch(async (error: unknown) => {
    // Invalid: a field that cannot be changed was, as another object of the same name has it.
    if (!(error instanceof Refused && error.reason === 'Invalid')) throw error;
    await removed(api, pathOf(now));
    await makeAgain(api, was);
  });
}

async function makeAgain(api: Api, was: Item): Promise<void> {
  await api.call('POST', collectionOf(was.type, was.object.metadata.namespace), { body: asWritten(was, {}) });
}

/** A node that was not quite ready when the baseline was taken is so no more. */
function withoutFleetingTaints(object: Listed): Listed {
  const { spec } = object;
  if (typeof spec !== 'object' || spec === null || !('taints' in spec) || !Array.isArray(spec.taints)) return object;
  return { ...object, spec: { ...spec, taints: spec.taints.filter((taint) => !isFleeting(taint)) } };
}

/** An object of the baseline as one writes it to the API. */
function asWritten({ type, object }: Item, identity: { readonly resourceVersion?: string; readonly uid?: string }) {
  const { name, namespace, labels, annotations, finalizers } = object.metadata;
  return {
    ...withoutFleetingTaints(object),
    apiVersion: type.apiVersion,
    kind: type.kind,
    metadata: { name, namespace, labels, annotations, finalizers, ...identity },
  };
}
