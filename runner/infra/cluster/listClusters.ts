import type Docker from 'dockerode';
import { findCluster } from './findCluster.ts';
import { isRunning } from './isRunning.ts';
import { nodesOf } from './nodesOf.ts';

/** A cluster of Seatrial's making, as its nodes tell of it. */
export type ClusterSummary = {
  readonly name: string;
  readonly nodes: number;
  /** Of an own cluster: whose it is. */
  readonly session?: string;
  /** When a session was last opened on it, or it was made; ms since 1970. */
  readonly usedAt: number;
  /** It is being made. */
  readonly making: boolean;
};

/** Every cluster of Seatrial's making on this engine, running or not, whole or not. */
export async function listClusters(docker: Docker): Promise<readonly ClusterSummary[]> {
  const names = new Set((await nodesOf(docker)).map(({ cluster }) => cluster));
  const found = await Promise.all([...names].map((name) => summary(docker, name)));
  return found.flat().toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function summary(docker: Docker, name: string): Promise<readonly ClusterSummary[]> {
  const found = await findCluster(docker, name);
  if (found.kind !== 'ours') return [];
  const { nodes, record } = found;
  const { session, by } = record.made;
  const making = record.complete === undefined && isRunning(by);
  const usedAt = record.usedAt ?? Math.max(...nodes.map(({ createdAt }) => createdAt));
  return [{ name, nodes: nodes.length, usedAt, making, ...(session !== undefined && { session }) }];
}
