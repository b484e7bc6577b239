import { defineCheck, type KubernetesEvent, message, type Pod, passed, pending, z } from '../../../runner/api.ts';
import { isOf } from '../pods.ts';
import { whyNotReady } from '../waiting.ts';

const params = z.strictObject({
  name: z.string().describe('Of the Deployment, StatefulSet or DaemonSet.'),
  kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet']).default('Deployment').describe('What it is.'),
  replicas: z.int().min(0).optional().describe('How many Pods it must have; as many as it says itself unless given.'),
});

type Params = z.infer<typeof params>;

/** "DeploymentStatus", "StatefulSetStatus" and "DaemonSetStatus" in the Kubernetes API reference. */
const shape = z.object({
  metadata: z.object({ generation: z.number().default(0) }),
  spec: z.object({ replicas: z.number().default(1) }),
  status: z
    .object({
      observedGeneration: z.number().default(0),
      desiredNumberScheduled: z.number().optional(),
      updatedReplicas: z.number().default(0),
      updatedNumberScheduled: z.number().optional(),
      availableReplicas: z.number().default(0),
      numberAvailable: z.number().optional(),
      replicas: z.number().optional(),
    })
    .prefault({}),
});

type Evidence = {
  readonly state?: {
    readonly wanted: number;
    readonly updated: number;
    readonly available: number;
    /** Pods of what was before that are not gone yet. */
    readonly old: number;
    /** The controller has seen the last change. */
    readonly current: boolean;
  };
  readonly pods: readonly Pod[];
  /** Why no Pod could be made where some lack: the controller's own words. */
  readonly refused?: string;
};

/** A Deployment or the like has carried out its last change: every Pod is new and available, and none is left of before. */
export const rollout = defineCheck<Params, Evidence>({
  name: 'kubernetes/rollout',
  about: 'A Deployment, StatefulSet or DaemonSet has carried out its last change. Says why one of its Pods waits.',
  params,
  wakesOn: [
    'kubernetes.object.Deployment',
    'kubernetes.object.StatefulSet',
    'kubernetes.object.DaemonSet',
    'kubernetes.object.Pod',
    'kubernetes.event',
  ],
  lasting: true,

  async observe({ kubernetes }, { name, kind }, { since, signal }) {
    const found = (await kubernetes.objects(kind, signal)).find(({ metadata }) => metadata.name === name);
    const pods = (await kubernetes.pods(signal)).filter((each) => isOf(each, name));
    const read = shape.safeParse(found).data;
    if (!read) return { pods };
    const { metadata, spec, status } = read;
    const updated = status.updatedNumberScheduled ?? status.updatedReplicas;
    const wanted = status.desiredNumberScheduled ?? spec.replicas;
    return {
      state: {
        ...{ wanted, updated },
        available: status.numberAvailable ?? status.availableReplicas,
        old: Math.max(0, (status.replicas ?? updated) - updated),
        current: status.observedGeneration >= metadata.generation,
      },
      pods,
      ...(pods.filter(({ deleting }) => !deleting).length < wanted &&
        refusal(await kubernetes.events(since, signal), name)),
    };
  },

  judge({ state, pods, refused }, { name, kind, replicas }) {
    if (!state) return pending(message('kube.object.absent', { kind, name }));
    const { wanted, updated, available, old, current } = state;
    if (replicas !== undefined && wanted !== replicas)
      return pending(message('kube.rollout.replicas', { kind, name, actual: wanted, replicas }), {
        attempt: true,
        mismatch: { expected: String(replicas), actual: String(wanted) },
      });
    if (current && updated >= wanted && available >= wanted && old === 0)
      return passed(message('kube.rollout.right', { kind, name, count: wanted }));
    const every = { ready: true, containers: [] };
    const why = pods
      .filter(({ deleting }) => !deleting)
      .map((each) => whyNotReady(each, every))
      .find((each) => each?.status === 'pending' && each.attempt);
    if (!why && refused !== undefined)
      return pending(message('kube.rollout.refused', { kind, name, said: refused }), { attempt: true });
    return (
      why ?? pending(message('kube.rollout.under-way', { kind, name, available: Math.min(available, updated), wanted }))
    );
  },
});

/** What was said last where no Pod could be made: about the object itself, or a Deployment's ReplicaSet. */
function refusal(events: readonly KubernetesEvent[], name: string): Pick<Evidence, 'refused'> {
  const said = events.findLast(
    ({ reason, about }) =>
      reason === 'FailedCreate' && (about.name === name || isOf({ name: about.name, owner: about }, name)),
  );
  return said ? { refused: said.message } : {};
}
