import type Docker from 'dockerode';
import { type NodeContainer, nodesOf } from './nodesOf.ts';
import { type ClusterRecord, readRecord } from './record.ts';

export type OurCluster = {
  readonly kind: 'ours';
  readonly name: string;
  readonly nodes: readonly NodeContainer[];
  readonly control: NodeContainer;
  readonly record: ClusterRecord;
};

/** What there is under a name that kind knows clusters by. `foreign`: made by somebody else, and none of our business. */
export type Found = { readonly kind: 'nothing' } | { readonly kind: 'foreign' } | OurCluster;

/** Looks for a cluster of this name, running or not. */
export async function findCluster(docker: Docker, name: string): Promise<Found> {
  const nodes = await nodesOf(docker, name);
  const control = nodes.find(({ controlPlane }) => controlPlane);
  if (!control) return { kind: nodes.length === 0 ? 'nothing' : 'foreign' };
  const record = await readRecord(docker.getContainer(control.id));
  return record ? { kind: 'ours', name, nodes, control, record } : { kind: 'foreign' };
}
