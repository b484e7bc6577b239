import { ApiSilent } from '../../world/kubernetes/apiSilent.ts';
import type { Api } from '../../world/kubernetes/call.ts';
import type { KubernetesObject } from '../../world/kubernetes/model.ts';
import { eachLine } from './eachLine.ts';

type Change = { readonly type: string; readonly object: KubernetesObject };

/**
Resolves once this holds for the objects under a path of the API, as they are and as they change; rejects as the API does,
and when the server ends the watch before.
*/
export async function until(
  api: Api,
  path: string,
  holds: (objects: readonly KubernetesObject[]) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const objects = new Map<string, KubernetesObject>();
  // Asked from no version on, a watch begins with what there is.
  const answer = await api.open('GET', `${path}${path.includes('?') ? '&' : '?'}watch=1`, { signal });
  for await (const line of eachLine(answer)) {
    const { type, object }: Change = JSON.parse(line);
    if (type === 'DELETED') objects.delete(object.metadata.uid);
    else if (type !== 'BOOKMARK' && type !== 'ERROR') objects.set(object.metadata.uid, object);
    if (holds([...objects.values()])) return;
  }
  signal.throwIfAborted();
  throw new ApiSilent({ server: api.server, said: `the watch of ${path} has ended` });
}
