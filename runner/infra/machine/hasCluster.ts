import type Docker from 'dockerode';
import { shapeIn } from './labels.ts';

/** Whether a machine has a place in a cluster. One that is gone has none. */
export const hasCluster = (docker: Docker, machine: string): Promise<boolean> =>
  docker
    .getContainer(machine)
    .inspect()
    .then(
      ({ Config }) => shapeIn(Config.Labels).cluster,
      () => false,
    );
