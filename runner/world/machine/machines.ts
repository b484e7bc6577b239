import { randomBytes } from 'node:crypto';
import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import { instant } from '../instant.ts';
import { WorldError } from '../world.ts';
import { connect } from './connect.ts';
import { machineLabels, nonceOf } from './labels.ts';
import { listMachines } from './listMachines.ts';
import type { Machines } from './machine.ts';
import { removeMachine } from './removeMachine.ts';
import { defaultLimits, type Limits, machineSpec } from './spec.ts';

export type MachinesOptions = {
  /** The learner's engine. */
  readonly docker: Docker;
  /** Reference of the machine's image on that engine. */
  readonly image: string;
  /** Reference, on that engine, of the image that labs know by this name. */
  readonly imageReference: (name: string) => Promise<string>;
  readonly limits?: Limits;
};

/** Machines on this engine. Makes only what carries Seatrial's label, and removes only that. */
export function machines({ docker, image, imageReference, limits = defaultLimits }: MachinesOptions): Machines {
  const given = { host: docker, imageReference };

  return {
    create: async ({ session, lab, language }) => {
      const nonce = randomBytes(8).toString('hex');
      const name = `seatrial-${lab}-${nonce.slice(0, 6)}`;
      const labels = machineLabels({ session, lab, language, nonce });
      const container = await docker.createContainer(machineSpec({ name, image, labels, nonce, limits }));
      try {
        await container.start();
        return connect({ ...given, id: container.id, name, nonce, begunAfter: 0, saidAfter: 0 });
      } catch (error) {
        await removeMachine(docker, container.id);
        throw error;
      }
    },

    enter: async ({ id, name }) => {
      const container = docker.getContainer(id);
      const found = await container.inspect().catch((cause: unknown) => {
        throw new WorldError(message('world.machine-removed', { machine: name }), { cause });
      });
      const { SystemTime: now } = await docker.info();
      if (!found.State.Running) await container.start();
      const nonce = nonceOf(found.Config.Labels);
      const events = instant(found.Created);
      return connect({
        ...given,
        id,
        name,
        nonce,
        begunAfter: instant(found.State.FinishedAt),
        saidAfter: instant(now),
        events,
      });
    },

    list: () => listMachines(docker),

    remove: ({ id }) => removeMachine(docker, id),
  };
}
