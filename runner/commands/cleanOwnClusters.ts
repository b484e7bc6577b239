import { type ClusterSummary, listClusters } from '../infra/cluster/listClusters.ts';
import { removeCluster } from '../infra/cluster/removeCluster.ts';
import { hasCluster } from '../infra/machine/hasCluster.ts';
import { message } from '../words/message.ts';
import { say } from '../words/say.ts';
import type { Cleaned, Cleaning } from './cleanClusters.ts';
import { forgetClusterUse } from './clusterUse.ts';
import type { CommandContext } from './context.ts';
import { UsageError } from './fail.ts';
import { isSure } from './isSure.ts';
import { daysSince } from './run/unused.ts';

/** Removes the clusters that Seatrial has made, but for those that somebody works on or makes now. */
export async function cleanOwnClusters(
  context: CommandContext,
  { docker, used, yes, tell }: Cleaning,
): Promise<Cleaned> {
  const all = docker ? await listClusters(docker) : [];
  if (all.every(({ session }) => session !== undefined)) forgetClusterUse(context);
  if (!docker || all.length === 0) return { found: false, removed: [], refused: false };
  const users = new Set<string>();
  for (const { id, session } of used) if (await hasCluster(docker, id)) users.add(session);
  const inUse = ({ session, making }: ClusterSummary) =>
    making || (session === undefined ? users.size > 0 : users.has(session));
  const free = all.filter((each) => !inUse(each));
  for (const { name } of all.filter(inUse)) tell(message('cluster.clean-in-use', { name }));
  if (free.length === 0) return { found: true, removed: [], refused: false };
  if (!yes) {
    if (!context.stdin.isTTY) throw new UsageError(message('cluster.clean-nobody', { count: free.length }));
    if (!(await confirmed(context, free))) return { found: true, removed: [], refused: true };
  }
  for (const { name, session } of free) {
    await removeCluster(docker, name);
    if (session === undefined) forgetClusterUse(context);
    tell(message('cluster.clean-removed', { name }));
  }
  return { found: true, removed: free.map(({ name }) => name), refused: false };
}

async function confirmed(context: CommandContext, clusters: readonly ClusterSummary[]): Promise<boolean> {
  const { language, stdout } = context;
  for (const { name, nodes, usedAt } of clusters) {
    const days = daysSince(usedAt, Date.now());
    stdout.write(`  ${say(language, message('cluster.clean-found', { name, nodes, days }))}\n`);
  }
  return isSure(context, message('cluster.clean-ask', { count: clusters.length }), true);
}
