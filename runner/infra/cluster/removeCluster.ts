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
      const container = docker.getContainer(id);
      const record = await readRecord(container).catch(() => undefined);
      if (!record) return;
      await removeMachine(docker, id);
      // Where somebody else is removing it, it is there for a moment yet; what is gone cannot be waited for.
      await container.wait({ condition: 'removed' }).catch(() => undefined);
    }),
  );
}
