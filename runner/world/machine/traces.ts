import type Docker from 'dockerode';
import { recordOf } from './labels.ts';

/** What a session's machine leaves on the engine that it runs on, if it leaves anything. */
export type Traces = {
  /** The volumes of these machines, by their names; they carry no label. */
  volumes(machine: string): Promise<readonly string[]>;
  /** What is there of a session and of these volumes: `container NAME`, `network NAME`, `volume NAME`. */
  of(session: string, volumes: readonly string[]): Promise<readonly string[]>;
};

export const tracesOn = (docker: Docker): Traces => ({
  async volumes(machine) {
    const { Mounts } = await docker.getContainer(machine).inspect();
    return Mounts.flatMap(({ Type, Name }) => (Type === 'volume' && Name ? [Name] : []));
  },
  async of(session, volumes) {
    const filters = { label: [`seatrial.session=${session}`] };
    const [containers, networks, labelled, all] = await Promise.all([
      docker.listContainers({ all: true, filters }),
      docker.listNetworks({ filters }),
      docker.listVolumes({ filters: JSON.stringify(filters) }),
      docker.listVolumes(),
    ]);
    return [
      ...containers.map((each) => `container ${recordOf(each).name}`),
      ...networks.map(({ Name }) => `network ${Name}`),
      ...(labelled.Volumes ?? []).map(({ Name }) => `volume ${Name}`),
      ...(all.Volumes ?? []).filter(({ Name }) => volumes.includes(Name)).map(({ Name }) => `volume ${Name}`),
    ];
  },
});
