import { text } from 'node:stream/consumers';
import { type Api, Refused } from './call.ts';
import type { Pod } from './model.ts';

/** "Read log" of Pods in the Kubernetes API reference. */
const lines = 10_000;
const patience = 5_000;

type Given = {
  readonly api: Api;
  readonly namespace: string;
  readonly onLine: (pod: Pod) => void;
};

/** What containers in Pods have written. Each is read anew whenever it is asked for; that there is more is heard from the first time on. */
export function podLogs({ api, namespace, onLine }: Given) {
  const abort = new AbortController();
  /** By the container's id: one that was started again has another. */
  const followed = new Set<string>();

  const pathOf = (pod: Pod, container: string, query: string): string =>
    `/api/v1/namespaces/${namespace}/pods/${pod.name}/log?container=${encodeURIComponent(container)}&${query}`;

  const follow = async (pod: Pod, container: string): Promise<void> => {
    const { id, state } = pod.containers.find(({ name }) => name === container) ?? {};
    if (id === undefined || state !== 'running' || followed.has(id)) return;
    followed.add(id);
    try {
      const path = pathOf(pod, container, 'follow=true&tailLines=0');
      const stream = await api.open('GET', path, { signal: abort.signal, patience });
      stream.on('data', () => onLine(pod));
      // Broken off, it is followed again by whoever asks next; one that ended has nothing more to say.
      stream.on('error', () => followed.delete(id));
    } catch {
      followed.delete(id);
    }
  };

  const stored = async (path: string, signal?: AbortSignal): Promise<string> => {
    try {
      return await text(await api.open('GET', path, { patience, ...(signal && { signal }) }));
    } catch (error) {
      // 404: the Pod is gone; 400: its container has not begun, or not begun again, and so has said nothing.
      if (error instanceof Refused && (error.status === 404 || error.status === 400)) return '';
      throw error;
    }
  };

  const read = async (pod: Pod, container: string, signal?: AbortSignal): Promise<string> => {
    const following = follow(pod, container);
    try {
      return await stored(pathOf(pod, container, `tailLines=${lines}`), signal);
    } finally {
      await following;
    }
  };

  const previous = (pod: Pod, container: string, signal?: AbortSignal): Promise<string> =>
    stored(pathOf(pod, container, `previous=true&tailLines=${lines}`), signal);

  return { read, previous, close: () => abort.abort() };
}
