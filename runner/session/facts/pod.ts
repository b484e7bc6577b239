import { type Parts, type Readers, readerOf } from '../../lab/factParts.ts';
import type { Found } from '../../verdict/verdict.ts';
import type { KubernetesWorld, Pod, PodContainer, PodProcess } from '../../world/kubernetes/model.ts';
import type { World } from '../../world/world.ts';
import { ofProcess } from './process.ts';

type Fact = Found & { readonly kind: 'pod' };
type Value = string | undefined | Promise<string | undefined>;
type Given = { readonly fact: Fact; readonly kubernetes: KubernetesWorld; pod(): Promise<Pod | undefined> };

const readers: Readers<Parts['pod'], Given, Value> = {
  uid: ({ fact }) => fact.uid,
  name: ({ fact }) => fact.name,
  namespace: ({ kubernetes }) => kubernetes.namespace,
  ip: async ({ pod }) => (await pod())?.ip,
  node: async ({ pod }) => (await pod())?.node,
  owner: async ({ pod }, [part]) => (await pod())?.owner?.[part === 'kind' ? 'kind' : 'name'],
  process: async (given, [inside, ...rest]) => {
    const pod = await given.pod();
    const all = pod ? await given.kubernetes.processes(pod) : [];
    return ofPodProcess(
      all,
      all.find(({ insidePid }) => insidePid === Number(inside)),
      rest,
    );
  },
  container: async (given, [name, part = 'name', ...rest]) => {
    const pod = await given.pod();
    const container = pod?.containers.find((each) => each.name === name);
    if (!pod || !container) return undefined;
    return readerOf(ofPodContainer, part)?.({ container, processes: () => given.kubernetes.processes(pod) }, rest);
  },
};

/** What a Pod is asked for: see `valuesOf`. Its uid, name and namespace are known of one that is gone, too. */
export async function ofPod(
  fact: Fact,
  [part = 'uid', ...rest]: readonly string[],
  { kubernetes }: World,
): Promise<string | undefined> {
  const pod = async () => (await kubernetes.pods()).find(({ uid }) => uid === fact.uid);
  return readerOf(readers, part)?.({ fact, kubernetes, pod }, rest);
}

type Inside = { readonly container: PodContainer; processes(): Promise<readonly PodProcess[]> };

const ofPodContainer: Readers<Parts['podContainer'], Inside, Value> = {
  id: ({ container }) => container.id,
  name: ({ container }) => container.name,
  image: ({ container }) => container.image,
  process: async (given, rest) => {
    const { all, first } = await ownOf(given);
    return ofPodProcess(all, first, rest);
  },
  child: async (given, rest) => {
    const { all, own, first } = await ownOf(given);
    return ofPodProcess(
      all,
      own.find(({ parent }) => parent === first?.pid),
      rest,
    );
  },
};

/** A container's processes; the first of them is whose parent lies outside. */
async function ownOf({ container, processes }: Inside) {
  const all = await processes();
  const own = all.filter((each) => container.id !== undefined && each.container === container.id);
  return { all, own, first: own.find(({ parent }) => !own.some(({ pid }) => pid === parent)) };
}

/** As any process is, and `computerPid`: outside of everything, which is the node's own where there is nothing outside of that. */
function ofPodProcess(
  among: readonly PodProcess[],
  process: PodProcess | undefined,
  path: readonly string[],
): string | undefined {
  if (path[0] !== 'computerPid') return ofProcess(among, process, path);
  const outermost = process?.pids[0];
  return outermost === undefined ? undefined : String(outermost);
}
