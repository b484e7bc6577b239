import type Docker from 'dockerode';
import type { NodeContainer } from '../nodesOf.ts';
import type { Ledger, NodeImages } from './ledger.ts';
import { bringImages, removeImages } from './nodeImages.ts';

type Given = {
  readonly docker: Docker;
  readonly ledger: Ledger;
  readonly session: string;
};

/** Brings a lab's images onto the nodes, and notes which are to be taken off again. A cluster that is not kind's pulls its images itself. */
export async function bring(
  { docker, ledger, session }: Given,
  nodes: readonly NodeContainer[],
  images: ReadonlyMap<string, string>,
): Promise<void> {
  const brought = await bringImages(docker, nodes, images);
  const place = ledger.find(session);
  if (place) ledger.write({ ...place, images: merged(place.images, brought) });
}

/** Takes off what a session has brought; where another one works on the same cluster, it is that one's to take off. */
export async function takeOff({ docker, ledger, session }: Given): Promise<void> {
  const place = ledger.find(session);
  if (!place) return;
  ledger.write({ ...place, images: [] });
  const heir = ledger
    .list()
    .find((each) => each.session !== session && !each.leaving && each.identity === place.identity);
  if (heir) ledger.write({ ...heir, images: merged(heir.images, place.images) });
  else await removeImages(docker, place.images);
}

const merged = (one: readonly NodeImages[], other: readonly NodeImages[]): NodeImages[] =>
  [...Map.groupBy([...one, ...other], ({ node }) => node)].map(([node, found]) => ({
    node,
    names: [...new Set(found.flatMap(({ names }) => names))],
  }));
