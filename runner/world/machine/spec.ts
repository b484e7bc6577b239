import type Docker from 'dockerode';

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
};

/** How a machine is made: the container of the learner's engine that is a lab's own host. */
export const machineSpec = ({ name, image, labels, nonce, limits }: Given): Docker.ContainerCreateOptions => ({
  name,
  Image: image,
  Hostname: 'lab',
  Labels: { ...labels },
  Env: [`SEATRIAL_NONCE=${nonce}`],
  Volumes: { '/var/lib/docker': {} },
  HostConfig: {
    Privileged: true,
    Memory: limits.memory,
    MemorySwap: limits.memory,
    PidsLimit: limits.processes,
    // The way by which what happens on the machine reaches us, so it depends on no setting of the engine's.
    LogConfig: { Type: 'json-file', Config: { 'max-size': '200m', 'max-file': '2' } },
  },
});
