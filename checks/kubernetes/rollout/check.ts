import { defineCheck, type Hindrance, type KubernetesEvent, message, passed, pending, z } from '../../../runner/api.ts';
import { isOf } from '../pods.ts';
import { hasChanged, lastTried, type Tried, whyAbsent } from '../tried.ts';
import { type Troubled, troubled } from '../troubled.ts';
import { isPart, whyNotReady, whyPart } from '../waiting.ts';
import { adversaries } from './adversaries.ts';

const params = z.strictObject({
  name: z.string().describe('Of the Deployment, StatefulSet or DaemonSet.'),
  kind: z.enum(['Deployment', 'StatefulSet', 'DaemonSet']).default('Deployment').describe('What it is.'),
  namespace: z.string().optional().describe("Where it is; the lab's own namespace unless given."),
  replicas: z.int().min(0).optional().describe('How many Pods it must have; as many as it says itself unless given.'),
});

export type Params = z.infer<typeof params>;

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

export type Evidence = {
  readonly state?: {
    readonly wanted: number;
    readonly updated: number;
    readonly available: number;
    /** Pods of what was before that are not gone yet. */
    readonly old: number;
    /** The controller has seen the last change. */
    readonly current: boolean;
  };
  readonly pods: readonly Troubled[];
  /** The learner has made or changed it since the step opened, as far as that can be seen. */
  readonly fresh: boolean;
  readonly tried?: Tried;
  /** What keeps its controller from carrying out the change. */
  readonly hindrances?: readonly Hindrance[];
  /** Why no Pod could be made where some lack: the controller's own words. */
  readonly refused?: string;
};

/** A Deployment or the like has carried out its last change: every Pod is new and available, and none is left of before. */
export const rollout = defineCheck<Params, Evidence>({
  name: 'kubernetes/rollout',
  about: 'A Deployment, StatefulSet or DaemonSet has carried out its last change. Says why one of its Pods waits.',
  params,
  adversaries,
  wakesOn: [
    'kubernetes.object.Deployment',
    'kubernetes.object.StatefulSet',
    'kubernetes.object.DaemonSet',
    'kubernetes.object.Pod',
    'kubernetes.event',
    'kubernetes.action',
    'shell.command',
  ],
  settles: true,
  lasting: true,

  async observe(world, { name, kind, namespace }, { since, signal }) {
    const { kubernetes } = world;
    const found = (await kubernetes.objects(kind, signal, namespace)).find(({ metadata }) => metadata.name === name);
    const read = shape.safeParse(found).data;
    const plural = `${kind.toLowerCase()}s`;
    const tried = lastTried(world, since, [plural], namespace);
    if (!found || !read) return { pods: [], fresh: false, ...(tried && { tried }) };
    const owned = (await kubernetes.pods(signal, namespace)).filter((each) => isOf(each, name));
    const pods = await Promise.all(owned.map((each) => troubled(world, each, signal)));
    const made = Date.parse(found.metadata.creationTimestamp ?? '') + 999;
    const fresh = !kubernetes.audited || made >= since || hasChanged(world, since, plural, name);
    const { metadata, spec, status } = read;
    const updated = status.updatedNumberScheduled ?? status.updatedReplicas;
    const wanted = status.desiredNumberScheduled ?? spec.replicas;
    const current = status.observedGeneration >= metadata.generation;
    const lacks = !current || pods.filter(({ deleting }) => !deleting).length < wanted;
    const hindrances = lacks ? await kubernetes.hindrances(undefined, signal) : [];
    return {
      state: {
        ...{ wanted, updated },
        available: status.numberAvailable ?? status.availableReplicas,
        old: Math.max(0, (status.replicas ?? updated) - updated),
        current,
      },
      ...{ pods, fresh },
      ...(tried && { tried }),
      ...(hindrances.length > 0 && { hindrances }),
      ...(lacks && refusal(await kubernetes.events(since, signal, namespace), name)),
    };
  },

  judge({ state, pods, refused, fresh, tried, hindrances = [] }, { name, kind, replicas }) {
    if (!state) return whyAbsent(tried) ?? pending(message('kube.object.absent', { kind, name }));
    const { wanted, updated, available, old, current } = state;
    const isScaled = replicas === undefined || wanted === replicas;
    if (isScaled && current && updated >= wanted && available >= wanted && old === 0)
      return passed(message('kube.rollout.right', { kind, name, count: wanted }));
    if (tried?.kind === 'refused') return pending(message('kube.refused', { said: tried.said }), { attempt: true });
    if (!isScaled)
      return pending(message('kube.rollout.replicas', { kind, name, actual: wanted, replicas }), {
        ...(fresh && { attempt: true }),
        mismatch: { expected: String(replicas), actual: String(wanted) },
      });
    const frozen = hindrances.find(isPart('kube-controller-manager'));
    if (frozen) return whyPart(name, frozen);
    const every = { ready: true, containers: [] };
    const all = pods.filter(({ deleting }) => !deleting).map((each) => whyNotReady(each, every));
    const why =
      all.find((each) => each?.status === 'errored') ?? all.find((each) => each?.status === 'pending' && each.attempt);
    if (!why && refused !== undefined)
      return pending(message('kube.rollout.refused', { kind, name, said: refused }), { attempt: true });
    if (why) return why;
    const count = Math.min(available, updated);
    return pending(message('kube.rollout.under-way', { kind, name, available: count, wanted }), { underWay: true });
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
