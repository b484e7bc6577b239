import type Docker from 'dockerode';
import { type Message, message, verbatim } from '../../../words/message.ts';
import { openApi } from '../../../world/kubernetes/call.ts';
import { WorldError } from '../../../world/world.ts';
import { contextOf, type ExistingContext } from './context.ts';
import { explained } from './explained.ts';
import { takeOff } from './images.ts';
import type { Ledger, PlaceRecord } from './ledger.ts';
import { accessOf } from './names.ts';
import { ownNamespace, removePlace } from './place.ts';
import { type Merged, readKubeconfig } from './readKubeconfig.ts';

/** What a session has left in somebody's cluster: it is there and can be removed, or the cluster cannot be asked. */
export type Leftover =
  | { readonly state: 'there'; readonly place: PlaceRecord; remove(): Promise<void> }
  | { readonly state: 'unknown'; readonly place: PlaceRecord; readonly why: Message };

type Given = {
  /** The engine that a kind cluster's nodes run on; undefined where there is none. */
  readonly docker: Docker | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ledger: Ledger;
};

/** Everything that is written down of clusters of others and not known to be gone. What is gone by now is struck out. */
export async function leftovers(given: Given): Promise<readonly Leftover[]> {
  const places = given.ledger.list();
  if (places.length === 0) return [];
  try {
    const merged = await readKubeconfig(given.env);
    return (await Promise.all(places.map((place) => look(given, merged, place)))).flatMap((found) => found ?? []);
  } catch (error) {
    const why = whyNot(error);
    return places.map((place) => ({ state: 'unknown', place, why }));
  }
}

async function look({ docker, ledger }: Given, merged: Merged, place: PlaceRecord): Promise<Leftover | undefined> {
  const { session, namespace } = place;
  try {
    const context = contextOf(merged, place.context);
    if (context?.identity !== place.identity) {
      return { state: 'unknown', place, why: message('existing.left-no-context') };
    }
    const names = [namespace, accessOf(namespace)];
    const found = await withApi(context, (api) => Promise.all(names.map((name) => ownNamespace(api, session, name))));
    const here = found.filter((each) => each !== undefined);
    if (place.images.length === 0 && here.every(({ going }) => going)) {
      // On its way out already it needs nobody; once it is gone nothing is known of it any more.
      if (here.length === 0) ledger.drop(place);
      return undefined;
    }
    const remove = async (): Promise<void> => {
      await withApi(context, (api) => removePlace(api, session, namespace));
      if (docker) await takeOff({ docker, ledger, place });
    };
    return { state: 'there', place, remove };
  } catch (error) {
    return { state: 'unknown', place, why: whyNot(error) };
  }
}

async function withApi<T>(
  context: ExistingContext,
  work: (api: Awaited<ReturnType<typeof openApi>>) => Promise<T>,
): Promise<T> {
  const api = await openApi(context.kubeconfig);
  return explained(context, () => work(api)).finally(() => api.close());
}

const whyNot = (error: unknown): Message =>
  error instanceof WorldError ? error.explanation : verbatim(error instanceof Error ? error.message : String(error));
