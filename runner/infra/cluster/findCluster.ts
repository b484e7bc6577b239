import type Docker from 'dockerode';
import { type NodeContainer, nodesOf } from './nodesOf.ts';
import { type ClusterRecord, readRecord } from './record.ts';

export type OurCluster = {
  readonly kind: 'ours';
  readonly name: string;
  /** The control plane first, if there is one. */
  readonly nodes: readonly NodeContainer[];
  readonly record: ClusterRecord;
};

/** What there is under a name that kind knows clusters by. `foreign`: made by somebody else, and none of our business. */
export type FoundCluster = { readonly kind: 'nothing' } | { readonly kind: 'foreign' } | OurCluster;

/** Looks for a cluster of this name, running or not. */
export async function findCluster(docker: Docker, name: string): Promise<FoundCluster> {
  const nodes = await nodesOf(docker, name);
  // Each node is marked, so that what is left of a cluster is known by its first.
  const [first] = nodes;
  if (!first) return { kind: 'nothing' };
  const record = await readRecord(docker.getContainer(first.id));
  if (record) return { kind: 'ours', name, nodes, record };
  // What was removed meanwhile cannot be read, whoever's it was.
  const stays = (await nodesOf(docker, name)).some(({ id }) => id === first.id);
  return { kind: stays ? 'foreign' : 'nothing' };
}
