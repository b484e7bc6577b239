import type { ExistingContext } from '../infra/cluster/existing/context.ts';
import type { Lab } from '../lab/lab.ts';
import type { CommandContext } from './context.ts';
import type { ClusterOptions } from './options.ts';

/** Where labs are opened that need a cluster: on this context, or without one on a cluster of Seatrial's. */
export type ClusterAsked = { readonly existing?: ExistingContext };

/** What `--context` asks for; undefined where the learner does not agree to it. Rejects where these labs cannot be opened there. */
export async function clusterAsked(
  context: CommandContext,
  { context: name, trustCluster: trust = false }: ClusterOptions,
  labs: readonly Lab[],
): Promise<ClusterAsked | undefined> {
  if (name === undefined) return {};
  const { existingCluster } = await import('./existing.ts');
  const existing = await existingCluster(context, { name, trust, labs });
  return existing && { existing };
}
