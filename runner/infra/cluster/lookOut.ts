import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { engineEvents } from './engineEvents.ts';

export type Lookout = {
  /** Resolves when a node was stopped, paused or removed, with what to say about it. */
  readonly gone: Promise<Message>;
  close(): void;
};

/** Looks out for what becomes of a cluster's nodes. */
export async function lookOut(docker: Docker, cluster: string): Promise<Lookout> {
  const { promise: gone, resolve } = Promise.withResolvers<Message>();
  const { close } = await engineEvents(docker, cluster, ['die', 'pause', 'destroy'], async (id, what) => {
    if (what === 'pause') return resolve(message('cluster.paused', { cluster }));
    const found = await docker
      .getContainer(id)
      .inspect()
      .catch(() => undefined);
    const stays = found !== undefined && !['removing', 'dead'].includes(found.State.Status);
    // A node that was restarted has died as well: what watched it has to begin again.
    resolve(message(stays ? 'cluster.stopped' : 'cluster.removed', { cluster }));
  });
  return { gone, close };
}
