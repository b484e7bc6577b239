import type Docker from 'dockerode';
import { engineEvents } from './engineEvents.ts';

/**
Does this with every container that is made for a cluster, from now until closed, before anything runs in it; kubeadm, which
wants the files, begins there seconds later. Works on engines that see none of our files. `close` waits for what was begun.
*/
export async function onNodeMade(
  docker: Docker,
  cluster: string,
  work: (container: Docker.Container) => Promise<void>,
): Promise<{ close(): Promise<void> }> {
  const begun: Promise<void>[] = [];
  const events = await engineEvents(docker, cluster, ['create'], (id) => {
    // A node that is removed meanwhile needs no files; one that lacks them for another reason does not become ready.
    begun.push(work(docker.getContainer(id)).catch(() => undefined));
  });
  return {
    close: async () => {
      events.close();
      await Promise.all(begun);
    },
  };
}
