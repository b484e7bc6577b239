import type Docker from 'dockerode';

/**
Pauses a container. With control groups of version 1 runc gives up on one whose processes begin others faster than they are frozen
(`Set` of its `FreezerGroup`), as those of a busy node do: the engine is told again, until they are.
*/
export async function pause(container: Docker.Container): Promise<void> {
  for (;;) {
    try {
      await container.pause();
      return;
    } catch (error) {
      if (!/unable to freeze/.test(String(error))) throw error;
    }
  }
}
