import { z } from 'zod';
import type { KubernetesObject } from './model.ts';

const shape = z.object({ spec: z.object({ clusterIP: z.string().optional() }) });

/** The address that a Service has in the cluster; undefined for one without: headless, or a name for something outside. */
export function serviceAddress(service: KubernetesObject): string | undefined {
  const address = shape.safeParse(service).data?.spec.clusterIP;
  return address === undefined || address === '' || address === 'None' ? undefined : address;
}
