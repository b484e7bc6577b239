import type { Prepared } from '../../runner/commands/setup/prepare.ts';
import { clusters } from '../../runner/infra/cluster/clusters.ts';
import type { Maker } from '../../runner/infra/cluster/createCluster.ts';
import type { Clusters } from '../../runner/infra/cluster/model.ts';
import { withLock } from '../../runner/infra/lock.ts';

/** What the program's labs find as the cluster that is kept: one of the bench's own, which is taken away at its end. */
export const benchCluster = `seatrial-bench-${process.pid}`;

/** What clusters are made with. */
export function makerOf({ engine, kind }: Prepared): Maker {
  if (!kind) throw new Error('Set-up has made no clusters possible.');
  return { docker: engine.docker, ...kind, env: { ...process.env, DOCKER_HOST: engine.endpoint } };
}

/** Clusters as the program makes them, the one that is kept under this name. */
export const clustersOf = (prepared: Prepared, kept = benchCluster): Clusters =>
  clusters({ ...makerOf(prepared), withLock, kept });
