import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import { instant } from '../../world/instant.ts';
import type { ClusterNeeds, ClusterSession } from '../../world/kubernetes/cluster.ts';
import { scriptKubeconfigPath } from '../../world/shell/quiet.ts';
import { WorldError } from '../../world/world.ts';
import type { Clusters, Whereabouts } from '../cluster/model.ts';
import { kubeconfigPath } from '../cluster/names.ts';
import { writeFiles } from '../cluster/nodeFiles.ts';
import { renewToken } from '../cluster/renewToken.ts';
import { connect } from './connect.ts';
import { nonceOf, shapeIn } from './labels.ts';
import { listMachines } from './listMachines.ts';
import type { MachineRequest, Machines } from './model.ts';
import { standAgain } from './network.ts';
import { removeMachine } from './removeMachine.ts';
import { defaultLimits, type Limits } from './spec.ts';
import { isBeside, type Started, startMachine } from './start.ts';

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
  const start = (request: MachineRequest, beside?: Whereabouts) =>
    startMachine({ docker, image, limits }, request, beside);
  const connected = ({ container: { id }, name, nonce, shape }: Started, cluster?: ClusterSession) =>
    connect({ ...given, id, name, nonce, shape, ...(cluster && { cluster }), begunAfter: 0, saidAfter: 0 });

  /** The machine begins while its place in the cluster is made, where it is known before in which that will be. */
  const createBeside = async (request: MachineRequest, needs: ClusterNeeds) => {
    const { session, lab, signal = never, tell = () => {} } = request;
    const { likely, open } = await clusters();
    const early = async () => {
      const where = await likely?.(needs);
      return where && start(request, where);
    };
    const [opened, begun] = await Promise.allSettled([open({ session, lab, needs, signal, tell }), early()]);
    let machine = begun.status === 'fulfilled' ? begun.value : undefined;
    try {
      if (opened.status === 'rejected') throw opened.reason;
      const cluster = opened.value;
      if (machine && !isBeside(machine, cluster)) await removeMachine(docker, machine.container.id);
      if (!machine || !isBeside(machine, cluster)) machine = await start(request, cluster);
      await writeFiles(machine.container, {
        [kubeconfigPath]: cluster.kubeconfig,
        [scriptKubeconfigPath]: cluster.scriptKubeconfig,
      });
      return connected(machine, cluster);
    } catch (error) {
      if (machine) await removeMachine(docker, machine.container.id);
      if (opened.status === 'fulfilled') await opened.value.remove();
      throw error;
    }
  };

  return {
    create: async (request) => {
      const kubernetes = request.needs?.kubernetes;
      return kubernetes ? createBeside(request, kubernetes) : connected(await start(request));
    },

    enter: async ({ id, name, session }, signal = never) => {
      const container = docker.getContainer(id);
      const found = await container.inspect().catch((cause: unknown) => {
        throw new WorldError(message('world.machine-removed', { machine: name }), { code: 'machine-gone', cause });
      });
      const shape = shapeIn(found.Config.Labels);
      // Its processes are among the node's, so the node comes first.
      const cluster = shape.cluster ? await (await clusters()).enter(session, signal) : undefined;
      if (cluster) {
        await renewToken(container, cluster.kubeconfig);
        await writeFiles(container, { [scriptKubeconfigPath]: cluster.scriptKubeconfig });
      }
      const { SystemTime: now } = await docker.info();
      if (!found.State.Running) {
        await standAgain(docker, image, found);
        await container.start();
      }
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

    isCurrent: (record) => record.image === image,

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
