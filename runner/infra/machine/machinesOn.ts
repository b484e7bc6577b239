import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import { WorldError } from '../../world/world.ts';
import type { Clusters } from '../cluster/model.ts';
import { machines } from './machines.ts';
import type { Machines } from './model.ts';

export type Ready = {
  readonly engine: { readonly docker: Docker };
  /** How the engine names each of the project's images. */
  readonly images: ReadonlyMap<string, string>;
  /** Set where clusters can be made. */
  readonly clusters?: () => Promise<Clusters>;
};

const noClusters = (): Promise<Clusters> =>
  Promise.reject(new WorldError(message('world.no-cluster'), { blame: 'seatrial' }));

/** Machines on an engine whose images are ready. */
export function machinesOn({ engine, images, clusters = noClusters }: Ready): Machines {
  const reference = (name: string): string => {
    const found = images.get(name);
    if (found === undefined) throw new WorldError(message('run.image-unknown', { image: name }), { blame: 'lab' });
    return found;
  };
  return machines({
    docker: engine.docker,
    image: reference('machine'),
    imageReference: async (name) => reference(name),
    clusters,
  });
}
