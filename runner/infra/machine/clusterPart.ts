import type Docker from 'dockerode';
import type { Message } from '../../words/message.ts';
import type { ClusterSession } from '../../world/kubernetes/cluster.ts';
import { kubernetesWorld } from '../../world/kubernetes/kubernetesWorld.ts';
import type { KubernetesWorld } from '../../world/kubernetes/model.ts';
import { withoutCluster } from '../../world/kubernetes/without.ts';
import type { MachineClock } from '../../world/machine/clock.ts';
import type { Wake } from '../../world/wake.ts';
import { WorldError } from '../../world/world.ts';

/** What a machine has for the sake of its place in a cluster. */
export type ClusterPart = {
  readonly world: KubernetesWorld;
  /** Resolves once Pods can run these images, by the names that labs know them by. */
  load(images: readonly string[]): Promise<void>;
  readonly gone: ClusterSession['gone'];
  /** Lets go of it; the namespace stays. */
  detach(): Promise<void>;
  remove(): Promise<void>;
};

type Given = {
  /** The engine that the nodes run on. */
  readonly host: Docker;
  readonly session: ClusterSession;
  readonly clock: MachineClock;
  readonly imageReference: (name: string) => Promise<string>;
  readonly publish: (wake: Wake) => void;
  /** Why it was let go of, where the machine has ended: then nothing can be asked any more. */
  readonly whyGone: () => Message | undefined;
  /** PIDs on the computer, where the machine shows them. */
  readonly computer?: () => Promise<string>;
};

/** Connects to a session's place in a cluster. */
export function clusterPart(given: Given): ClusterPart {
  const { host, session, clock, imageReference, publish, whyGone, computer } = given;
  const open = kubernetesWorld({ host, session, clock, publish, whyGone, ...(computer && { computer }) });
  const loaded = new Map<string, Promise<void>>();
  const bring = async (names: readonly string[]): Promise<void> => {
    const references = await Promise.all(names.map(async (name) => [await imageReference(name), name] as const));
    await session.load(new Map(references)).catch((cause: unknown) => {
      const gone = whyGone();
      throw gone ? new WorldError(gone, { cause }) : cause;
    });
  };
  const load = async (names: readonly string[]): Promise<void> => {
    const fresh = names.filter((name) => !loaded.has(name));
    // All at once: layers that they share go only once.
    const bringing = fresh.length > 0 ? bring(fresh) : Promise.resolve();
    for (const name of fresh) loaded.set(name, bringing);
    bringing.catch(() => {
      for (const name of fresh) loaded.delete(name);
    });
    await Promise.all(names.map((name) => loaded.get(name)));
  };

  return {
    world: open.world,
    load,
    gone: session.gone,
    async detach() {
      open.close();
      await session.detach();
    },
    async remove() {
      open.close();
      await session.remove();
    },
  };
}

/** A machine that has no cluster. */
export const noCluster: ClusterPart = {
  world: withoutCluster,
  load: async () => undefined,
  gone: new Promise(() => undefined),
  detach: async () => undefined,
  remove: async () => undefined,
};
