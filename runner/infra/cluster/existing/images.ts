import type Docker from 'dockerode';
import type { NodeContainer } from '../nodesOf.ts';
import type { Ledger, NodeImages, PlaceRecord } from './ledger.ts';
import { bringImages, removeImages } from './nodeImages.ts';

type Given = { readonly docker: Docker; readonly ledger: Ledger; readonly place: Pick<PlaceRecord, 'namespace'> };

const current = ({ ledger, place }: Given): PlaceRecord | undefined =>
  ledger.list().find(({ namespace }) => namespace === place.namespace);

/** Brings a lab's images onto the nodes, and notes which are to be taken off again. A cluster that is not kind's pulls its images itself. */
export async function bring(
  given: Given,
  nodes: readonly NodeContainer[],
  images: ReadonlyMap<string, string>,
): Promise<void> {
  const brought = await bringImages(given.docker, nodes, images);
  const place = current(given);
  if (place) given.ledger.write({ ...place, images: merged(place.images, brought) });
}

/** Takes off what a session has brought; where another one works on the same cluster, it is that one's to take off. */
export async function takeOff(given: Given): Promise<void> {
  const { docker, ledger } = given;
  const place = current(given);
  if (!place) return;
  const heir = ledger
    .list()
    .find((each) => each.namespace !== place.namespace && !each.leaving && each.identity === place.identity);
  if (heir) ledger.write({ ...heir, images: merged(heir.images, place.images) });
  else await removeImages(docker, place.images);
  ledger.write({ ...place, leaving: true, images: [] });
}

const merged = (one: readonly NodeImages[], other: readonly NodeImages[]): NodeImages[] =>
  [...Map.groupBy([...one, ...other], ({ node }) => node)].flatMap(([node, found]) => {
    const names = [...new Set(found.flatMap((each) => each.names))];
    return names.length > 0 ? [{ node, names }] : [];
  });
