import type Docker from 'dockerode';
import { removeMachine } from '../machine/removeMachine.ts';
import { nodesOf } from './nodesOf.ts';

/** Removes a cluster with its volumes, whole or not, running or not. One that is gone already is no error. */
export async function removeCluster(docker: Docker, cluster: string): Promise<void> {
  const nodes = await nodesOf(docker, cluster);
  await Promise.all(nodes.map(({ id }) => removeMachine(docker, id)));
}
