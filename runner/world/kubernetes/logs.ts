import { instant } from '../instant.ts';
import { type Api, Refused } from './call.ts';
import type { LogLine, Pod } from './model.ts';

/** "Read log" of Pods in the Kubernetes API reference. */
const most = 10_000;
const patience = 5_000;
/** How soon one is followed again at most, in ms: of a container that has ended it is not known at once, and each time tells its last line. */
const again = 1_000;

type Given = {
  readonly api: Api;
  readonly namespace: string;
  readonly onLine: (pod: Pod) => void;
};

/** What containers in Pods have written. Each is read anew whenever it is asked for; that there is more is heard from the first time on. */
export function podLogs({ api, namespace, onLine }: Given) {
  const abort = new AbortController();
  /** By the container's id, when it may be followed again, or for the first time: one that was started again has another. */
  const followable = new Map<string, number>();

  const pathOf = (pod: Pod, container: string, query: string): string =>
    `/api/v1/namespaces/${pod.namespace ?? namespace}/pods/${pod.name}/log?container=${encodeURIComponent(container)}&${query}`;

  const follow = async (pod: Pod, container: string): Promise<void> => {
    const { id, state } = pod.containers.find(({ name }) => name === container) ?? {};
    const began = performance.now();
    if (id === undefined || state !== 'running' || began < (followable.get(id) ?? 0)) return;
    followable.set(id, Number.POSITIVE_INFINITY);
    try {
      // With its last line: one that came after what was read beside this, and before this began, would wake nobody.
      const path = pathOf(pod, container, 'follow=true&tailLines=1');
      const stream = await api.open('GET', path, { signal: abort.signal, patience });
      stream.on('data', () => onLine(pod));
      stream.on('error', () => undefined);
      // Broken off, or ended by a kubelet that begins anew, it is followed again by whoever asks next: who waits for lines is woken to ask.
      stream.on('close', () => {
        followable.set(id, began + again);
        if (!abort.signal.aborted) onLine(pod);
      });
    } catch {
      followable.delete(id);
    }
  };

  const stored = async (path: string, signal?: AbortSignal): Promise<string> => {
    try {
      return await api.read('GET', path, { patience, ...(signal && { signal }) });
    } catch (error) {
      // 404: the Pod is gone; 400: its container has not begun, or not begun again, and so has said nothing.
      if (error instanceof Refused && (error.status === 404 || error.status === 400)) return '';
      throw error;
    }
  };

  const current = async (pod: Pod, container: string, query: string, signal?: AbortSignal): Promise<string> => {
    const following = follow(pod, container);
    try {
      return await stored(pathOf(pod, container, `tailLines=${most}${query}`), signal);
    } finally {
      await following;
    }
  };

  const read = (pod: Pod, container: string, signal?: AbortSignal): Promise<string> =>
    current(pod, container, '', signal);

  const lines = async (pod: Pod, container: string, signal?: AbortSignal): Promise<readonly LogLine[]> =>
    linesIn(await current(pod, container, '&timestamps=true', signal));

  const written = async (pod: Pod, container: string, signal?: AbortSignal): Promise<readonly LogLine[]> => {
    const { restarts = 0 } = pod.containers.find(({ name }) => name === container) ?? {};
    const [before, now] = await Promise.all([
      restarts > 0 ? stored(pathOf(pod, container, `previous=true&tailLines=${most}&timestamps=true`), signal) : '',
      current(pod, container, '&timestamps=true', signal),
    ]);
    return [...linesIn(before), ...linesIn(now)];
  };

  const previous = (pod: Pod, container: string, signal?: AbortSignal): Promise<string> =>
    stored(pathOf(pod, container, `previous=true&tailLines=${most}`), signal);

  return { read, lines, written, previous, close: () => abort.abort() };
}

const linesIn = (text: string): readonly LogLine[] =>
  text.split('\n').flatMap((line) => (line === '' ? [] : [stamped(line)]));

/** A line as it comes with its time: `2026-01-31T12:00:00.123456789Z text`. */
function stamped(line: string): LogLine {
  const blank = line.indexOf(' ');
  return { at: instant(line.slice(0, blank)), text: line.slice(blank + 1) };
}
