import { alone } from '../../runner/setup/alone.ts';
import type { Prepared } from '../../runner/setup/prepare.ts';
import { clusters } from '../../runner/world/cluster/clusters.ts';
import type { Maker } from '../../runner/world/cluster/createCluster.ts';
import { findCluster } from '../../runner/world/cluster/findCluster.ts';
import type { Clusters } from '../../runner/world/cluster/model.ts';
import { keptCluster, kindNetwork } from '../../runner/world/cluster/names.ts';
import { removeCluster } from '../../runner/world/cluster/removeCluster.ts';
import { machineFilter } from '../../runner/world/machine/labels.ts';

/** What clusters are made with. */
export function makerOf({ engine, kind }: Prepared): Maker {
  if (!kind) throw new Error('Set-up has made no clusters possible.');
  return { docker: engine.docker, ...kind, env: { ...process.env, DOCKER_HOST: engine.endpoint } };
}

/** Clusters as the program makes them; with a name for the one that is kept, others than the program's. */
export const clustersOf = (prepared: Prepared, kept?: string): Clusters =>
  clusters({ ...makerOf(prepared), alone, ...(kept !== undefined && { kept }) });

/** Takes the cluster that is kept away again, at the end, where it was not there before and nobody has come to use it. */
export async function clusterKeeper({ engine: { docker } }: Prepared): Promise<AsyncDisposable> {
  const before = await findCluster(docker, keptCluster);
  return {
    [Symbol.asyncDispose]: async () => {
      const filters = { ...machineFilter, network: [kindNetwork] };
      const machines = await docker.listContainers({ all: true, filters });
      if (before.kind === 'nothing' && machines.length === 0) await removeCluster(docker, keptCluster);
    },
  };
}
