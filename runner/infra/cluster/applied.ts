import { type Api, Refused } from '../../world/kubernetes/call.ts';

/** Makes an object in a collection of the API; one of its name that is there already is as good. */
export async function applied(api: Api, collection: string, object: unknown): Promise<void> {
  await api.call('POST', collection, { body: object }).catch(unless('AlreadyExists'));
}

/** Removes what is at a path of the API; what is not there is removed already. */
export async function removed(api: Api, path: string, options?: unknown): Promise<void> {
  await api.call('DELETE', path, { body: options }).catch(unless('NotFound'));
}

const unless = (reason: string) => (error: unknown) => {
  if (!(error instanceof Refused && error.reason === reason)) throw error;
};
