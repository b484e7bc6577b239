import type Docker from 'dockerode';
import type { NodeContainer } from './nodesOf.ts';

/** Starts or unpauses a node. That somebody else has done so meanwhile, which the engine tells as an error, is as good. */
export async function startOrUnpause(
  docker: Docker,
  { id, state }: Pick<NodeContainer, 'id' | 'state'>,
): Promise<void> {
  const container = docker.getContainer(id);
  try {
    await (state === 'paused' ? container.unpause() : container.start());
  } catch (error) {
    const isUp = await container.inspect().then(
      ({ State }) => State.Running && !State.Paused,
      () => false,
    );
    if (!isUp) throw error;
  }
}
