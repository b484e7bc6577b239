import type Docker from 'dockerode';
import { removeMachine } from '../machine/removeMachine.ts';
import { nodesOf } from './nodesOf.ts';
import { readRecord } from './record.ts';

/**
Removes a cluster with its volumes, whole or not, running or not. One that is gone already is no error, and a node that is
not marked as of Seatrial's making stays.
*/
export async function removeCluster(docker: Docker, cluster: string): Promise<void> {
  const nodes = await nodesOf(docker, cluster);
  await Promise.all(
    nodes.map(async ({ id }) => {
      // Gone meanwhile, it cannot be read.
      const record = await readRecord(docker.getContainer(id)).catch(() => undefined);
      if (record) await removeMachine(docker, id);
    }),
  );
}
