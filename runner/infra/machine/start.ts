import { randomBytes } from 'node:crypto';
import type Docker from 'dockerode';
import { statusOf } from '../../world/statusOf.ts';
import type { Whereabouts } from '../cluster/model.ts';
import { writeFiles } from '../cluster/nodeFiles.ts';
import { machineLabels } from './labels.ts';
import type { MachineRequest } from './model.ts';
import { type Shape, shapeOf } from './needs.ts';
import { ensureNetwork } from './network.ts';
import { removeMachine } from './removeMachine.ts';
import { type Limits, machineSpec } from './spec.ts';

export type Given = {
  readonly docker: Docker;
  /** Reference of the machine's image. */
  readonly image: string;
  readonly limits: Limits;
};

/** A container that runs as a machine, and that nobody is connected to yet. */
export type Started = {
  readonly container: Docker.Container;
  readonly name: string;
  readonly nonce: string;
  readonly shape: Shape;
  /** The cluster that it stands beside. */
  readonly beside?: Whereabouts;
};

/** Starts a machine, beside a cluster where one is given. Leaves nothing where that fails. */
export async function startMachine(
  { docker, image, limits }: Given,
  { session, lab, language, needs = {}, files = new Map() }: MachineRequest,
  beside?: Whereabouts,
): Promise<Started> {
  const nonce = randomBytes(8).toString('hex');
  const name = `seatrial-${lab}-${nonce.slice(0, 6)}`;
  const shape = shapeOf(needs);
  const labels = machineLabels({ session, lab, language, nonce, shape, image });
  const spec = machineSpec({ name, image, labels, nonce, limits, shape, ...(beside && { cluster: beside }) });
  const given = [...files].map(([path, file]) => [`/root/${path}`, file] as const);
  const begin = async (): Promise<Started> => {
    const container = await docker.createContainer(spec);
    try {
      if (given.length > 0) await writeFiles(container, Object.fromEntries(given));
      await container.start();
      return { container, name, nonce, shape, ...(beside && { beside }) };
    } catch (error) {
      await removeMachine(docker, container.id);
      throw error;
    }
  };
  if (beside || shape.apart) return begin();
  await ensureNetwork(docker, image);
  return begin().catch(async (error: unknown) => {
    // Nobody was on the network yet, so somebody may have removed it.
    if (statusOf(error) !== 404) throw error;
    await ensureNetwork(docker, image);
    return begin();
  });
}

/** Whether what was started stands where it should. */
export const isBeside = ({ beside }: Started, where: Whereabouts): boolean =>
  beside?.network === where.network && beside.nodes[0]?.container === where.nodes[0]?.container;
