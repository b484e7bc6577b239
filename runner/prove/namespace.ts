import type { Harness } from '../typist/harness.ts';
import type { KubernetesObject } from '../world/kubernetes/model.ts';

/** What learners make, and what comes of it. */
const kinds = [
  ...['Pod', 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'],
  ...['Service', 'Ingress', 'NetworkPolicy', 'ConfigMap', 'Secret', 'PersistentVolumeClaim'],
  ...['ServiceAccount', 'Role', 'RoleBinding', 'HorizontalPodAutoscaler'],
];

/** What of a session's namespace later steps could notice: by `KIND/NAME`, texts that are the same where nothing differs. */
export type NamespaceSnapshot = ReadonlyMap<string, string>;

export async function namespaceSnapshot({
  lab,
  machine,
}: Pick<Harness, 'lab' | 'machine'>): Promise<NamespaceSnapshot> {
  if (!lab.needs.kubernetes) return new Map();
  const { kubernetes } = machine.world;
  const objects = (await Promise.all(kinds.map((kind) => kubernetes.objects(kind)))).flat();
  const pods = new Map((await kubernetes.pods()).map((pod) => [pod.uid, pod]));
  return new Map(
    objects
      .map((each): [string, string] => {
        const pod = pods.get(each.metadata.uid);
        const runs = pod && { phase: pod.phase, ready: pod.ready, containers: pod.containers };
        return [`${each.kind}/${each.metadata.name}`, JSON.stringify([lasting(each), runs])];
      })
      .sort(([one], [other]) => one.localeCompare(other)),
  );
}

/** Without what the cluster itself writes down again and again. */
function lasting({ metadata, status: _, ...rest }: KubernetesObject): unknown {
  const { name, uid, labels, annotations, deletionTimestamp } = metadata as KubernetesObject['metadata'] & {
    readonly annotations?: unknown;
  };
  return { ...rest, name, uid, labels, annotations, deletionTimestamp };
}

/** The commands that remove what has come since, what makes others first. Nobody waits for the kubelet to end what is no more. */
export function removeAdded(before: NamespaceSnapshot, now: NamespaceSnapshot): readonly string[] {
  const added = [...now.keys()].filter((key) => !before.has(key));
  const isPod = (key: string) => key.startsWith('Pod/');
  return [added.filter((key) => !isPod(key)), added.filter(isPod)].flatMap((each) =>
    each.length === 0
      ? []
      : [`kubectl delete --force --grace-period=0 --wait=false --ignore-not-found ${each.join(' ')}`],
  );
}
