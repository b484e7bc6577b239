import type Docker from 'dockerode';
import type { Clusters } from '../cluster/model.ts';
import { recordOf, shapeIn } from './labels.ts';

/** What of a machine's carries no label of its session's, so that it must be known beforehand. */
export type Trail = {
  /** Names of volumes. */
  readonly volumes: readonly string[];
  /** Whether its session has a place in a cluster. */
  readonly cluster: boolean;
};

/** What a session's machine leaves on the engine that it runs on, and in a cluster, if it leaves anything. */
export type Traces = {
  trail(machine: string): Promise<Trail>;
  /** What is there of a session and of this: `container NAME`, `network NAME`, `volume NAME`, `namespace NAME`. */
  of(session: string, trail: Trail): Promise<readonly string[]>;
};

export const tracesOn = (docker: Docker, clusters?: () => Promise<Clusters>): Traces => ({
  async trail(machine) {
    const { Mounts, Config } = await docker.getContainer(machine).inspect();
    const volumes = Mounts.flatMap(({ Type, Name }) => (Type === 'volume' && Name ? [Name] : []));
    return { volumes, cluster: shapeIn(Config.Labels).cluster };
  },
  async of(session, { volumes, cluster }) {
    const filters = { label: [`seatrial.session=${session}`] };
    const [containers, networks, labelled, all, places] = await Promise.all([
      docker.listContainers({ all: true, filters }),
      docker.listNetworks({ filters }),
      docker.listVolumes({ filters: JSON.stringify(filters) }),
      docker.listVolumes(),
      cluster && clusters ? placesOf(session, await clusters()) : [],
    ]);
    return [
      ...containers.map((each) => `container ${recordOf(each).name}`),
      ...networks.map(({ Name }) => `network ${Name}`),
      ...(labelled.Volumes ?? []).map(({ Name }) => `volume ${Name}`),
      ...(all.Volumes ?? []).filter(({ Name }) => volumes.includes(Name)).map(({ Name }) => `volume ${Name}`),
      ...places,
    ];
  },
});

/** The namespace that a session still has; one that is on its way out cannot be entered any more. */
async function placesOf(session: string, clusters: Clusters): Promise<readonly string[]> {
  const place = await clusters.enter(session, new AbortController().signal).catch(() => undefined);
  if (!place) return [];
  await place.detach();
  return [`namespace ${place.namespace}`];
}
