import type { Found } from '../../verdict/verdict.ts';
import type { Pod, PodProcess } from '../../world/kubernetes/model.ts';
import type { World } from '../../world/world.ts';
import { ofProcess } from './process.ts';

/** What a Pod is asked for: see `valuesOf`. Its uid, name and namespace are known of one that is gone, too. */
export async function ofPod(
  fact: Found & { readonly kind: 'pod' },
  [field, ...rest]: readonly string[],
  { kubernetes }: World,
): Promise<string | undefined> {
  if (field === undefined || field === 'uid') return fact.uid;
  if (field === 'name') return fact.name;
  if (field === 'namespace') return kubernetes.namespace;
  const pod = (await kubernetes.pods()).find(({ uid }) => uid === fact.uid);
  if (!pod) return undefined;
  if (field === 'ip') return pod.ip;
  if (field === 'node') return pod.node;
  if (field === 'owner') return rest[0] === 'kind' ? pod.owner?.kind : pod.owner?.name;
  if (field === 'process') {
    const [pid, ...part] = rest;
    const processes = await kubernetes.processes(pod);
    return ofPodProcess(
      processes,
      processes.find((each) => each.insidePid === Number(pid)),
      part,
    );
  }
  return field === 'container' ? ofContainerIn(pod, rest, () => kubernetes.processes(pod)) : undefined;
}

async function ofContainerIn(
  { containers }: Pod,
  [name, field, ...rest]: readonly string[],
  processes: () => Promise<readonly PodProcess[]>,
): Promise<string | undefined> {
  const container = containers.find((each) => each.name === name);
  if (!container) return undefined;
  if (field === undefined || field === 'name') return container.name;
  if (field === 'id') return container.id;
  if (field === 'image') return container.image;
  if (field !== 'process' && field !== 'child') return undefined;
  const all = await processes();
  const own = all.filter((each) => container.id !== undefined && each.container === container.id);
  // Its first one: whoever started it is outside of it.
  const first = own.find(({ parent }) => !own.some(({ pid }) => pid === parent));
  return ofPodProcess(all, field === 'process' ? first : own.find(({ parent }) => parent === first?.pid), rest);
}

/** As any process is, and `computerPid`: outside of everything, which is the node's own where there is nothing outside of that. */
function ofPodProcess(
  processes: readonly PodProcess[],
  process: PodProcess | undefined,
  path: readonly string[],
): string | undefined {
  if (path[0] !== 'computerPid') return ofProcess(processes, process, path);
  const outermost = process?.pids[0];
  return outermost === undefined ? undefined : String(outermost);
}
