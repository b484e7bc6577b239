import type Docker from 'dockerode';
import { eachLine } from './eachLine.ts';
import { clusterLabel } from './names.ts';

type Happened = 'create' | 'die' | 'pause' | 'destroy';

/** What happens to the containers of a cluster from now on, told by the engine, until closed. */
export async function engineEvents(
  docker: Docker,
  cluster: string,
  happened: readonly Happened[],
  onEvent: (container: string, what: string) => void,
): Promise<{ close(): void }> {
  const abort = new AbortController();
  const events = await docker.getEvents({
    filters: { type: ['container'], event: [...happened], label: [`${clusterLabel}=${cluster}`] },
    abortSignal: abort.signal,
  });
  const read = async () => {
    for await (const line of eachLine(events)) {
      const { id, status }: { readonly id: string; readonly status: string } = JSON.parse(line);
      onEvent(id, status);
    }
  };
  read();
  return { close: () => abort.abort() };
}
