import { listClusters } from '../infra/cluster/listClusters.ts';
import type { Engine } from '../infra/engine/engine.ts';
import { message } from '../words/message.ts';
import type { Examined } from './doctor/examined.ts';
import { daysSince, isLongUnused } from './run/unused.ts';

/** The clusters that Seatrial keeps on this engine, with when they were last used: `seatrial doctor` tells of them. */
export async function keptClusters({ docker }: Pick<Engine, 'docker'>, now: number): Promise<readonly Examined[]> {
  const kept = (await listClusters(docker)).filter(({ session }) => session === undefined);
  return kept.map(({ name, usedAt }): Examined => {
    const days = daysSince(usedAt, now);
    const shown = { id: `cluster:${name}`, title: message('cluster.kept', { name }) };
    return isLongUnused(days)
      ? { ...shown, status: 'warning', detail: message('cluster.unused', { days }) }
      : { ...shown, status: 'ok', detail: message('cluster.used', { days }) };
  });
}
