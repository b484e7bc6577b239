import { z } from 'zod';
import type { Hindrance, KubernetesObject } from './model.ts';

const taintShape = z.object({
  key: z.string(),
  value: z.string().optional(),
  effect: z.string(),
});

type Taint = z.infer<typeof taintShape>;

/** What is read of a node: "Node" in the Kubernetes API reference, cluster resources. */
const nodeShape = z.object({
  spec: z.object({ unschedulable: z.boolean().optional(), taints: z.array(taintShape).optional() }).prefault({}),
  status: z
    .object({
      conditions: z
        .array(z.object({ type: z.string(), status: z.string(), message: z.string().optional() }))
        .optional(),
    })
    .prefault({}),
});

const tolerationShape = z.object({
  key: z.string().optional(),
  operator: z.string().optional(),
  value: z.string().optional(),
  effect: z.string().optional(),
});

type Toleration = z.infer<typeof tolerationShape>;

const podShape = z.object({ spec: z.object({ tolerations: z.array(tolerationShape).optional() }) });

/** "Taints and Tolerations" in the Kubernetes concepts: without a key, or without an effect, any is tolerated. */
const tolerates = ({ key, operator = 'Equal', value = '', effect }: Toleration, taint: Taint): boolean =>
  (effect === undefined || effect === '' || effect === taint.effect) &&
  (key === undefined || key === '' ? operator === 'Exists' : key === taint.key) &&
  (operator === 'Exists' || value === (taint.value ?? ''));

const cordoned: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** Set by a node's controllers because of one of its conditions. */
const pressures: Readonly<Record<string, string>> = {
  'node.kubernetes.io/not-ready': 'Ready',
  'node.kubernetes.io/unreachable': 'Ready',
  'node.kubernetes.io/network-unavailable': 'NetworkUnavailable',
  'node.kubernetes.io/memory-pressure': 'MemoryPressure',
  'node.kubernetes.io/disk-pressure': 'DiskPressure',
  'node.kubernetes.io/pid-pressure': 'PIDPressure',
};

/** Where there are workers, kubeadm keeps Pods off the control plane. */
const controlPlane = 'node-role.kubernetes.io/control-plane';

const written = ({ key, value, effect }: Taint): string => `${key}${value ? `=${value}` : ''}:${effect}`;

/**
What closes these nodes to a Pod, or to any where none is given, and that is not so of a cluster that nobody has touched. `isOwn`:
whether the learner has changed the node of this name.
*/
export function closedTo(
  pod: KubernetesObject | undefined,
  nodes: readonly KubernetesObject[],
  isOwn: (node: string) => boolean,
): readonly Hindrance[] {
  const tolerations = podShape.safeParse(pod).data?.spec.tolerations ?? [];
  return nodes.flatMap((object): readonly Hindrance[] => {
    const node = object.metadata.name;
    const by = isOwn(node) ? 'learner' : 'other';
    const { spec, status } = nodeShape.parse({ spec: object.spec ?? {}, status: object.status ?? {} });
    const taints = [...(spec.taints ?? []), ...(spec.unschedulable ? [cordoned] : [])].filter(
      (taint, index, all) =>
        taint.effect !== 'PreferNoSchedule' &&
        !(taint.key === controlPlane && nodes.length > 1) &&
        !tolerations.some((each) => tolerates(each, taint)) &&
        all.findIndex((other) => written(other) === written(taint)) === index,
    );
    return taints.map((taint): Hindrance => {
      if (taint.key === cordoned.key) return { kind: 'cordon', by, node };
      const condition = pressures[taint.key];
      if (condition === undefined) return { kind: 'taint', by, node, taint: written(taint) };
      const said = status.conditions?.find(({ type }) => type === condition)?.message ?? '';
      return { kind: 'condition', by: 'other', node, condition, said };
    });
  });
}

/** Parts that a node must run, by what the kernel calls their processes (`comm`: 15 characters at most). */
const parts = {
  control: ['kube-scheduler', 'kube-controller', 'etcd'],
  every: ['kubelet', 'containerd'],
};

/** As one speaks of it: the kernel has cut this name off. */
const called = (part: string): string => (part === 'kube-controller' ? 'kube-controller-manager' : part);

/** Which of its parts a node lacks, or has stopped. `running`: the names of those that run, a line for each. */
export function missingParts(node: string, running: string, isControlPlane: boolean): readonly Hindrance[] {
  const there = new Set(running.split('\n'));
  return [...(isControlPlane ? parts.control : []), ...parts.every]
    .filter((part) => !there.has(part))
    .map((part) => ({ kind: 'part', by: 'other', node, part: called(part) }));
}
