import type Docker from 'dockerode';
import { listMachines } from '../machine/listMachines.ts';
import { kubeconfigPath } from './names.ts';
import { readFiles } from './nodeFiles.ts';
import type { Complete } from './record.ts';

/**
Whether machines have a place in this cluster, asked of the machines because its API may not answer: their kubeconfigs name
who signs its server's certificate, which no cluster has in common with another.
*/
export async function hasPlaces(docker: Docker, { authority }: Complete): Promise<boolean> {
  const places = await Promise.all(
    (await listMachines(docker)).map(async ({ id }) => {
      // One that is gone meanwhile has no place.
      const files = await readFiles(docker.getContainer(id), kubeconfigPath);
      return [...files.values()].some((text) => text.includes(authority));
    }),
  );
  return places.includes(true);
}
