import { randomBytes } from 'node:crypto';
import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import type { ClusterSession, Clusters } from '../cluster/model.ts';
import { writeFiles } from '../cluster/nodeFiles.ts';
import { renewToken } from '../cluster/renewToken.ts';
import { instant } from '../instant.ts';
import { WorldError } from '../world.ts';
import { connect } from './connect.ts';
import { machineLabels, nonceOf, shapeIn } from './labels.ts';
import { listMachines } from './listMachines.ts';
import type { MachineRequest, Machines } from './machine.ts';
import { shapeOf } from './needs.ts';
import { removeMachine } from './removeMachine.ts';
import { defaultLimits, type Limits, machineSpec } from './spec.ts';

export type MachinesOptions = {
  /** The learner's engine. */
  readonly docker: Docker;
  /** Reference of the machine's image on that engine. */
  readonly image: string;
  /** Reference, on that engine, of the image that labs know by this name. */
  readonly imageReference: (name: string) => Promise<string>;
  /** What gives sessions a place in a cluster: loaded only for labs that ask for one. */
  readonly clusters: () => Promise<Clusters>;
  readonly limits?: Limits;
};

const never = new AbortController().signal;

/** Machines on this engine. Makes only what carries Seatrial's label, and removes only that. */
export function machines({
  docker,
  image,
  imageReference,
  clusters,
  limits = defaultLimits,
}: MachinesOptions): Machines {
  const given = { host: docker, imageReference };

  const place = async ({ session, lab, needs, signal = never, tell }: MachineRequest) =>
    needs?.kubernetes &&
    (await clusters()).open({
      ...{ session, lab, needs: needs.kubernetes, signal },
      tell: (said) => tell?.(said),
    });

  const make = async ({ session, lab, language, needs = {}, files }: MachineRequest, cluster?: ClusterSession) => {
    const nonce = randomBytes(8).toString('hex');
    const name = `seatrial-${lab}-${nonce.slice(0, 6)}`;
    const shape = shapeOf(needs);
    const labels = machineLabels({ session, lab, language, nonce, shape });
    const within = cluster && { cluster };
    const container = await docker.createContainer(
      machineSpec({ name, image, labels, nonce, limits, shape, ...within }),
    );
    try {
      const written = {
        ...(cluster && { '/root/.kube/config': cluster.kubeconfig }),
        ...Object.fromEntries([...(files ?? [])].map(([path, content]) => [`/root/${path}`, content])),
      };
      if (Object.keys(written).length > 0) await writeFiles(container, written);
      await container.start();
      return connect({ ...given, id: container.id, name, nonce, shape, ...within, begunAfter: 0, saidAfter: 0 });
    } catch (error) {
      await removeMachine(docker, container.id);
      throw error;
    }
  };

  return {
    create: async (request) => {
      const cluster = await place(request);
      try {
        return await make(request, cluster);
      } catch (error) {
        await cluster?.remove();
        throw error;
      }
    },

    enter: async ({ id, name, session }, signal = never) => {
      const container = docker.getContainer(id);
      const found = await container.inspect().catch((cause: unknown) => {
        throw new WorldError(message('world.machine-removed', { machine: name }), { cause });
      });
      const shape = shapeIn(found.Config.Labels);
      // Its processes are among the node's, so the node comes first.
      const cluster = shape.cluster ? await (await clusters()).enter(session, signal) : undefined;
      if (cluster) await renewToken(container, cluster.kubeconfig);
      const { SystemTime: now } = await docker.info();
      if (!found.State.Running) await container.start();
      const nonce = nonceOf(found.Config.Labels);
      const events = instant(found.Created);
      return connect({
        ...{ ...given, id, name, nonce, shape, events },
        ...(cluster && { cluster }),
        begunAfter: instant(found.State.FinishedAt),
        saidAfter: instant(now),
      });
    },

    list: () => listMachines(docker),

    remove: async ({ id, session }) => {
      const labels = await docker
        .getContainer(id)
        .inspect()
        .then(
          ({ Config }) => Config.Labels,
          () => ({}),
        );
      await removeMachine(docker, id);
      if (!shapeIn(labels).cluster) return;
      // Where its place is no more there is nothing to remove.
      const cluster = await (await clusters()).enter(session, never).catch(() => undefined);
      await cluster?.remove();
    },
  };
}
