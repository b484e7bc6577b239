import { type KubernetesEvent, type KubernetesObject, message, type Troubled, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { alsoOfOld, type Said } from '../../kit/expectation.ts';
import { objectsAs } from '../object/source.ts';
import { isOf } from '../pods.ts';
import { whyNotReady, whyPart } from '../waiting.ts';
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

export type Rollout = {
  readonly wanted: number;
  readonly updated: number;
  readonly available: number;
  /** Pods of what was before that are not gone yet. */
  readonly old: number;
  /** The controller has seen the last change. */
  readonly current: boolean;
  /** Those of its Pods that are not ready. */
  readonly waiting: readonly Troubled[];
  /** What keeps its controller from carrying out the change. */
  readonly frozen?: Said;
  /** Why no Pod could be made where some lack: the controller's own words. */
  readonly refused?: string;
};

/** A Deployment or the like has carried out its last change: every Pod is new and available, and none is left of before. */
export const rollout = stateCheck<Params, Rollout>({
  name: 'kubernetes/rollout',
  about: 'A Deployment, StatefulSet or DaemonSet has carried out its last change. Says why one of its Pods waits.',
  params,
  adversaries,
  wakesOn: [
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'Pod'].map((kind) => `kubernetes.object.${kind}` as const),
    ...(['kubernetes.event', 'kubernetes.action', 'shell.command'] as const),
  ],
  from: (wanted) =>
    objectsAs(wanted, async (object, _, world, { since, signal }) => {
      const { name, namespace } = wanted;
      const state = stateOf(object);
      if (object.metadata.name !== name || isDone(state)) return state;
      const { kubernetes } = world;
      const pods = (await kubernetes.pods(signal, namespace)).filter((each) => isOf(each, name) && !each.deleting);
      const waiting = await Promise.all(
        pods.filter(({ ready }) => !ready).map((each) => kubernetes.troubled(each, signal)),
      );
      if (state.current && pods.length >= state.wanted) return { ...state, waiting };
      const frozen = whyPart(name, await kubernetes.hindrances(undefined, signal), 'kube-controller-manager');
      const refused = refusal(await kubernetes.events(since, signal, namespace), name);
      return { ...state, waiting, ...(frozen && { frozen }), ...(refused !== undefined && { refused }) };
    }),
  called: ({ name }) => name,
  expect: ({ kind, replicas }) => [
    {
      rank: 'part',
      why: ({ name, is: { wanted } }) =>
        replicas === undefined || wanted === replicas
          ? undefined
          : {
              because: message('kube.rollout.replicas', { kind, name, actual: wanted, replicas }),
              mismatch: { expected: String(replicas), actual: String(wanted) },
            },
    },
    alsoOfOld({ rank: 'state', why: ({ name, is }) => (isDone(is) ? undefined : whyNotDone(kind, name, is)) }),
  ],
  right: ({ name, is }, { kind }) => message('kube.rollout.right', { kind, name, count: is.wanted }),
});

function stateOf(object: KubernetesObject): Rollout {
  const { metadata, spec, status } = shape.parse(object);
  const updated = status.updatedNumberScheduled ?? status.updatedReplicas;
  return {
    wanted: status.desiredNumberScheduled ?? spec.replicas,
    updated,
    available: status.numberAvailable ?? status.availableReplicas,
    old: Math.max(0, (status.replicas ?? updated) - updated),
    current: status.observedGeneration >= metadata.generation,
    waiting: [],
  };
}

const isDone = ({ current, updated, available, wanted, old }: Rollout): boolean =>
  current && updated >= wanted && available >= wanted && old === 0;

function whyNotDone(kind: string, name: string, is: Rollout): Said {
  const { frozen, waiting, refused, available, updated, wanted } = is;
  if (frozen) return frozen;
  const all = waiting.map((each) => whyNotReady(each, { ready: true, containers: [] }));
  const why = all.find((each) => each?.blame) ?? all.find((each) => each && !each.underWay);
  if (why) return why;
  if (refused !== undefined) return { because: message('kube.rollout.refused', { kind, name, said: refused }) };
  const values = { kind, name, available: Math.min(available, updated), wanted };
  return { because: message('kube.rollout.under-way', values), underWay: true };
}

/** What was said last where no Pod could be made: about the object itself, or a Deployment's ReplicaSet. */
const refusal = (events: readonly KubernetesEvent[], name: string): string | undefined =>
  events.findLast(
    ({ reason, about }) =>
      reason === 'FailedCreate' && (about.name === name || isOf({ name: about.name, owner: about }, name)),
  )?.message;
