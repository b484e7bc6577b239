import type Docker from 'dockerode';
import { kindNetwork } from '../../world/kubernetes/cluster.ts';
import { clusterLabel, roleLabel } from './names.ts';

/** A container that kind has made for a cluster. */
export type NodeContainer = {
  readonly id: string;
  /** As the container is named, and the node in the API. */
  readonly name: string;
  readonly cluster: string;
  readonly controlPlane: boolean;
  /** `running`, `paused`, `exited`, `created`, `restarting`, `removing`, `dead` (Engine API, ContainerSummary). */
  readonly state: string;
  /** ms since 1970 */
  readonly createdAt: number;
  /** Whether it is on the network of kind's nodes, as far as the engine knows. */
  readonly onNetwork: boolean;
  /** The engine's port for the API, where it is published. */
  readonly port?: number;
};

/** The nodes of a cluster, or of all of kind's clusters on this engine; a control plane before its workers. */
export async function nodesOf(docker: Docker, cluster?: string): Promise<readonly NodeContainer[]> {
  const label = [cluster === undefined ? clusterLabel : `${clusterLabel}=${cluster}`];
  const listed = await docker.listContainers({ all: true, filters: { label } });
  return listed
    .map((each): NodeContainer => {
      const port = each.Ports.find(({ PrivatePort, PublicPort }) => PrivatePort === 6443 && PublicPort)?.PublicPort;
      return {
        id: each.Id,
        name: (each.Names[0] ?? each.Id).replace(/^\//, ''),
        cluster: each.Labels[clusterLabel] ?? '',
        controlPlane: each.Labels[roleLabel] === 'control-plane',
        state: each.State,
        createdAt: each.Created * 1000,
        onNetwork: Object.keys(each.NetworkSettings?.Networks ?? {}).includes(kindNetwork),
        ...(port !== undefined && { port }),
      };
    })
    .toSorted((one, other) => Number(other.controlPlane) - Number(one.controlPlane) || compare(one.name, other.name));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
