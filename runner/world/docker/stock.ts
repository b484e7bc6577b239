import type Docker from 'dockerode';
import type { Stock } from './model.ts';

/** What an engine's list calls an image that has no name. */
const nameless = '<none>:<none>';

export async function stockOf(engine: Docker): Promise<Stock> {
  const [images, networks, volumes] = await Promise.all([
    engine.listImages({ all: true }),
    engine.listNetworks(),
    engine.listVolumes(),
  ]);
  return {
    images: images
      .map(({ Id, RepoTags }) => ({ id: Id, names: (RepoTags ?? []).filter((each) => each !== nameless).toSorted() }))
      .toSorted((one, other) => one.id.localeCompare(other.id)),
    networks: networks.map(({ Id }) => Id).toSorted(),
    volumes: (volumes.Volumes ?? []).map(({ Name }) => Name).toSorted(),
  };
}

export const emptyStock: Stock = { images: [], networks: [], volumes: [] };
