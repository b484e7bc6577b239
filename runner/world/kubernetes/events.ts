import { z } from 'zod';
import { instant } from '../instant.ts';
import type { KubernetesEvent } from './model.ts';
import type { Stamps } from './stamps.ts';
import type { KnownObject } from './watch.ts';

/** "Event v1 core" in the Kubernetes API reference. Components set either kind of time, and either kind of count. */
const shape = z.object({
  involvedObject: z.object({
    kind: z.string().catch(''),
    name: z.string().catch(''),
    uid: z.string().optional(),
  }),
  type: z.enum(['Normal', 'Warning']).catch('Normal'),
  reason: z.string().catch(''),
  message: z.string().catch(''),
  count: z.number().nullish(),
  series: z.object({ count: z.number(), lastObservedTime: z.string() }).nullish(),
  eventTime: z.string().nullish(),
  lastTimestamp: z.string().nullish(),
});

/** When the API server has written something of an object, by its own clock: "ObjectMeta" in the API reference. */
const written = z.object({
  metadata: z.object({ managedFields: z.array(z.object({ time: z.string().optional() })).optional() }),
});

/** What a part of the cluster said. `at`: as exact as can be known, for whole seconds their end, so that none is missed. */
export function eventOf(seen: KnownObject, stamps: Stamps): KubernetesEvent {
  const { involvedObject: about, type, reason, message, count, series, ...times } = shape.parse(seen.object);
  return {
    about: { kind: about.kind, name: about.name, ...(about.uid !== undefined && { uid: about.uid }) },
    ...{ type, reason, message },
    count: series?.count ?? count ?? 1,
    at: stamps.same ? saidAt(seen, stamps, { series, ...times }) : writtenAt(seen, stamps),
  };
}

type Times = Pick<z.infer<typeof shape>, 'series' | 'eventTime' | 'lastTimestamp'>;

function saidAt({ object, changed, unheard }: KnownObject, { latest }: Stamps, given: Times): number {
  const { series, eventTime, lastTimestamp } = given;
  const exact = series?.lastObservedTime ?? eventTime ?? undefined;
  if (exact !== undefined) return instant(exact);
  const second = Date.parse(lastTimestamp ?? object.metadata.creationTimestamp ?? '') || changed;
  return unheard ? latest(second) : Math.min(latest(second), Math.max(changed, second));
}

/** Where each part of the cluster may go by a clock of its own, what it says of the time is no use: the API server's is known. */
function writtenAt({ object, changed, unheard }: KnownObject, { latest }: Stamps): number {
  if (!unheard) return changed;
  const { creationTimestamp = '' } = object.metadata;
  const fields = written.safeParse(object).data?.metadata.managedFields ?? [];
  const known = [creationTimestamp, ...fields.map(({ time = '' }) => time)].map(Date.parse);
  const last = Math.max(...known.filter((each) => !Number.isNaN(each)));
  return Number.isFinite(last) ? latest(last) : changed;
}
