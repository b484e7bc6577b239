import type Docker from 'dockerode';
import { type Message, message } from '../../../words/message.ts';
import { WorldError } from '../../../world/world.ts';
import type { OpenCluster } from '../live.ts';
import { brokenParts } from '../mend.ts';
import { home } from '../names.ts';
import { areServicesReady, servicesReady } from '../ready.ts';
import { within } from '../within.ts';
import { writtenBy } from './attribution.ts';
import { readBaseline } from './baseline.ts';
import { compare, type Difference, isNone } from './compare.ts';
import { restoreCluster } from './restore.ts';
import { livePlaces, type SessionPlace } from './sessions.ts';
import { clusterSnapshot, type Item, nameOf } from './snapshot.ts';
import { namespaceType } from './types.ts';

/** `spoiled`: the cluster differs from its baseline, and that cannot be undone. `alone`: no session goes on in it. */
export type Verification = { readonly isFree: boolean } & (
  | { readonly kind: 'clean' }
  | { readonly kind: 'restored'; readonly what: Message }
  | { readonly kind: 'spoiled' }
);

type Given = {
  readonly docker: Docker;
  /** `mended`: what was put right on its control plane already. */
  readonly live: OpenCluster & { readonly mended?: readonly string[] };
  readonly signal: AbortSignal;
};

/** How long what was put back may take until it works, in ms: where others are at work on it, no other cluster can take its place. */
const patience = { free: 30_000, shared: 90_000 };

/** Compares a cluster with its baseline; takes away what was left over, and puts back what was changed or removed. */
export async function verifyCluster({ docker, live, signal }: Given): Promise<Verification> {
  const { baseline: bytes } = live.record;
  const baseline = bytes && (await readBaseline(bytes).catch(() => undefined));
  const now = await clusterSnapshot(live.api, baseline?.types ?? [namespaceType], signal);
  const places = await livePlaces(docker, now);
  const isFree = places.length === 0;
  if (!baseline) return { kind: 'spoiled', isFree };
  const difference = await foreignDifference(live, places, compare(baseline.items, now));
  const { mended = [] } = live;
  if (isNone(difference) && mended.length === 0 && isHealthy(now)) return { kind: 'clean', isFree };
  try {
    await restoreCluster(live.api, difference);
    const late = () => new WorldError(message('cluster.broken', { cluster: live.name }), { code: 'broken' });
    await within(isFree ? patience.free : patience.shared, signal, late, (limit) => servicesReady(live.api, limit));
    if (mended.length > 0 && (await brokenParts(live.control)).length > 0) return { kind: 'spoiled', isFree };
    const after = compare(baseline.items, await clusterSnapshot(live.api, baseline.types, signal));
    if (isNone(await foreignDifference(live, places, after))) {
      const what = told(difference, mended);
      return what ? { kind: 'restored', what, isFree } : { kind: 'clean', isFree };
    }
  } catch {
    signal.throwIfAborted();
  }
  return { kind: 'spoiled', isFree };
}

/** Whether what every lab needs works, as the API has it. */
const isHealthy = (now: readonly Item[]): boolean =>
  areServicesReady(now.filter(({ type }) => type.kind === 'Deployment').map(({ object }) => object));

/** How many objects are named to a person; more are only counted. */
const namedAtMost = 4;

function told({ extra, changed, missing }: Difference, mended: readonly string[]): Message | undefined {
  // A session's account is nothing that anybody has left.
  const removed = extra.filter(({ object }) => object.metadata.namespace !== home).map(nameOf);
  const restored = [...mended, ...[...changed.map(({ now }) => now), ...missing].map(nameOf)];
  const all = [...removed, ...restored];
  if (all.length === 0) return undefined;
  return message('cluster.restored', {
    removed: removed.length,
    restored: restored.length,
    names: all.slice(0, namedAtMost).join(', '),
    more: Math.max(0, all.length - namedAtMost),
  });
}

/** What differs, but for what is on its way out already and what belongs to sessions that go on. */
async function foreignDifference(
  { control }: OpenCluster,
  places: readonly SessionPlace[],
  { extra, changed, missing }: Difference,
): Promise<Difference> {
  const names = new Set(places.map(({ namespace }) => namespace));
  // A session's namespace and its account are called the same; its volumes name it.
  const unclaimed = extra.filter(
    ({ object: { metadata, spec } }) =>
      metadata.deletionTimestamp === undefined && !names.has(metadata.name) && !names.has(claimant(spec)),
  );
  const rest = { extra: unclaimed, changed, missing };
  if (isNone(rest)) return rest;
  const isWritten = await writtenBy(control, places);
  return {
    extra: unclaimed.filter((item) => !isWritten(item)),
    changed: changed.filter(({ now }) => !isWritten(now)),
    missing: missing.filter((item) => !isWritten(item)),
  };
}

/** The namespace of the claim that a volume is bound to. */
function claimant(spec: unknown): string {
  if (typeof spec !== 'object' || spec === null || !('claimRef' in spec)) return '';
  const { claimRef } = spec;
  return typeof claimRef === 'object' && claimRef !== null && 'namespace' in claimRef ? String(claimRef.namespace) : '';
}
