import type Docker from 'dockerode';
import type { ClusterSession } from '../../world/kubernetes/cluster.ts';
import { nameservers } from './nameservers.ts';
import { type Shape, shapeOf } from './needs.ts';
import { machineNetwork } from './network.ts';

export type Limits = {
  /** Bytes; nothing of it is swapped. */
  readonly memory: number;
  readonly processes: number;
};

export const defaultLimits: Limits = { memory: 2 * 1024 ** 3, processes: 4096 };

type Given = {
  readonly name: string;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly nonce: string;
  readonly limits: Limits;
  /** With a Docker engine and nothing else unless given. */
  readonly shape?: Shape;
  readonly cluster?: Pick<ClusterSession, 'nodes' | 'network'>;
};

/** How a machine is made: the container of the learner's engine that is a lab's own host. */
export const machineSpec = ({
  name,
  image,
  labels,
  nonce,
  limits,
  shape = shapeOf({}),
  cluster,
}: Given): Docker.ContainerCreateOptions => ({
  name,
  Image: image,
  Hostname: 'lab',
  Labels: { ...labels },
  Env: [
    `SEATRIAL_NONCE=${nonce}`,
    // With a network of its own it asks the computer's name servers itself.
    ...(cluster || shape.apart ? [] : [`SEATRIAL_NAMESERVERS=${nameservers().join(' ')}`]),
    ...(shape.apart ? ['SEATRIAL_NETWORK=own'] : []),
    // Where PID 1 is the node's, our own init still looks after what its children leave.
    ...(shape.engine ? [] : ['SEATRIAL_ENGINE=none', 'TINI_SUBREAPER=1']),
  ],
  ...(shape.engine && { Volumes: { '/var/lib/docker': {} } }),
  HostConfig: {
    Privileged: true,
    NetworkMode: cluster?.network ?? (shape.apart ? 'none' : machineNetwork),
    ...(shape.onNode && cluster?.nodes[0] && { PidMode: `container:${cluster.nodes[0].container}` }),
    ...(shape.computer && { Binds: ['/proc:/host/proc:ro'] }),
    Memory: limits.memory,
    MemorySwap: limits.memory,
    PidsLimit: limits.processes,
    // The way by which what happens on the machine reaches us, so it depends on no setting of the engine's.
    LogConfig: { Type: 'json-file', Config: { 'max-size': '200m', 'max-file': '2' } },
  },
});
