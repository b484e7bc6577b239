import type Docker from 'dockerode';
import { statusOf } from '../../world/statusOf.ts';
import { unpauseInside } from './unpauseInside.ts';

/** Removes a machine with its volume, whether it runs or not. One that is gone already is no error. */
export async function removeMachine(docker: Docker, id: string): Promise<void> {
  const container = docker.getContainer(id);
  const remove = () => container.remove({ force: true, v: true });
  await remove()
    .catch(async (error: unknown) => {
      if (!(await heldByFrozen(docker, error))) throw error;
      await unpauseInside(docker, id);
      await remove();
    })
    .catch((error: unknown) => {
      const status = statusOf(error);
      // 404: there is none; 409: somebody else is removing it.
      if (status !== 404 && status !== 409) throw error;
    });
}

/** Whether the engine has killed a container and waits for its end in vain: where a paused one is in it, it never comes on cgroup v1. */
async function heldByFrozen(docker: Docker, error: unknown): Promise<boolean> {
  if (statusOf(error) !== 500) return false;
  const { CgroupVersion } = await docker.info();
  return CgroupVersion === '1';
}
