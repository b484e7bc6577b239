import { z } from 'zod';
import { instant } from '../instant.ts';
import type { KubernetesEvent } from './model.ts';
import type { Seen } from './watch.ts';

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

/** What a part of the cluster said. `at`: as exact as can be known, for whole seconds their end, so that none is missed. */
export function eventOf({ object, changed, listed }: Seen): KubernetesEvent {
  const { involvedObject: about, type, reason, message, count, series, eventTime, lastTimestamp } = shape.parse(object);
  const exact = series?.lastObservedTime ?? eventTime ?? undefined;
  const second = Date.parse(lastTimestamp ?? object.metadata.creationTimestamp ?? '') || changed;
  const known = exact === undefined ? second + 999 : instant(exact);
  return {
    about: { kind: about.kind, name: about.name, ...(about.uid !== undefined && { uid: about.uid }) },
    ...{ type, reason, message },
    count: series?.count ?? count ?? 1,
    at: listed || exact !== undefined ? known : Math.min(known, Math.max(changed, second)),
  };
}
