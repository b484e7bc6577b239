import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Api } from '../../../world/kubernetes/call.ts';
import { clusterSnapshot, type Item, type Listed } from './snapshot.ts';
import { listableTypes, type ResourceType } from './types.ts';

/** What a cluster is like untouched. */
export type Baseline = { readonly types: readonly ResourceType[]; readonly items: readonly Item[] };

/** Takes it, of a cluster that is whole and was given to nobody. */
export async function takeBaseline(api: Api, signal: AbortSignal): Promise<Baseline> {
  const types = await listableTypes(api, signal);
  return { types, items: await clusterSnapshot(api, types, signal) };
}

type Written = { readonly types: readonly ResourceType[]; readonly objects: readonly (readonly Listed[])[] };

export function writeBaseline({ types, items }: Baseline): Promise<Buffer> {
  const objects = types.map((type) =>
    items
      .filter((item) => item.type === type)
      .map(({ object: { status: _, metadata, ...rest } }) => ({
        ...rest,
        // Who set which field takes the most room, and is nothing to compare or to restore.
        metadata: { ...metadata, managedFields: undefined },
      })),
  );
  return promisify(gzip)(JSON.stringify({ types, objects }));
}

/** Rejects where these bytes are no baseline. */
export async function readBaseline(bytes: Buffer): Promise<Baseline> {
  const { types, objects }: Written = JSON.parse((await promisify(gunzip)(bytes)).toString());
  const items = types.flatMap((type, index) => (objects[index] ?? []).map((object) => ({ type, object })));
  return { types, items };
}
