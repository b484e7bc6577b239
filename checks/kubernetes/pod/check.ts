import { defineCheck, type Hindrance, type Pod, type World, z } from '../../../runner/api.ts';
import { asOnNode } from '../alive.ts';
import { isOf } from '../pods.ts';
import { hasChanged, hasMade, lastTried, type Tried } from '../tried.ts';
import { type Troubled, troubled } from '../troubled.ts';
import { adversaries } from './adversaries.ts';
import { judgePod } from './verdict.ts';

const container = z.strictObject({
  name: z.string().describe('Its name in the Pod.'),
  image: z.string().optional().describe('The image it must come from; without a tag, any tag will do.'),
  running: z.boolean().default(true).describe('Whether it must be running.'),
  capabilities: z.array(z.string()).default([]).describe('Capabilities that must be added to it.'),
  lacks: z.array(z.string()).default([]).describe('Capabilities that must not be added to it.'),
});

const params = z.strictObject({
  name: z.string().describe('Its name, or that of the Deployment or the like that made it.'),
  namespace: z.string().optional().describe("Where it must be; the lab's own namespace unless given."),
  labels: z.record(z.string(), z.string()).default({}).describe('Labels that it must have.'),
  owner: z
    .enum(['any', 'none'])
    .default('any')
    .describe('`none`: it must be a Pod of its own, made by no Deployment or the like.'),
  ready: z.boolean().default(true).describe('Whether it must be ready.'),
  phase: z
    .enum(['Pending', 'Running', 'Succeeded', 'Failed'])
    .optional()
    .describe('The phase that it must be in, where being ready does not say it.'),
  containers: z.array(container).default([]).describe('Containers that it must have; it may have more.'),
  sharesProcesses: z
    .boolean()
    .optional()
    .describe('Whether its containers must share a process namespace, or must not.'),
});

export type PodParams = z.infer<typeof params>;

export type PodEvidence = {
  /** Every Pod of the namespace, the newest last. `fresh`: made or changed since the step opened. */
  readonly pods: readonly (Troubled & { readonly fresh: boolean; readonly called: boolean })[];
  readonly tried?: Tried;
  /** What keeps a Deployment or the like from making its Pods at all. */
  readonly hindrances?: readonly Hindrance[];
  /** Why a Deployment or the like cannot make its Pods, whole. */
  readonly unmade?: string;
};

/** A Pod is as it should be, and works. Speaks about the nearest attempt, and about who stands in its way. */
export const pod = defineCheck<PodParams, PodEvidence>({
  name: 'kubernetes/pod',
  about:
    'A Pod of this name is there, has these parts and is ready. Says why it waits in the words of the API server, the scheduler or the kubelet. With `as`, later steps know it by that name.',
  params,
  binds: 'pod',
  wakesOn: ['kubernetes.object.Pod', 'kubernetes.event', 'kubernetes.action', 'shell.command'],
  settles: true,
  lasting: true,
  adversaries,
  observe,
  judge: judgePod,
});

const makers = ['pods', 'deployments', 'replicasets', 'statefulsets', 'daemonsets', 'jobs', 'replicationcontrollers'];

async function observe(
  world: World,
  { name, owner, namespace }: PodParams,
  { since, signal }: { since: number; signal: AbortSignal },
): Promise<PodEvidence> {
  const all = (await world.kubernetes.pods(signal, namespace)).toSorted(
    (one, other) => one.createdAt - other.createdAt,
  );
  const pods = await Promise.all(
    all.map(async (each) => {
      const called = each.name === name || (owner === 'any' && isOf(each, name));
      const now = !called ? each : each.ready ? await onNode(world, each, signal) : await troubled(world, each, signal);
      const fresh = each.createdAt >= since || (called && hasChanged(world, since, 'pods', each.name));
      return { ...now, fresh, called };
    }),
  );
  const tried = lastTried(world, since, makers, namespace);
  if (pods.some(({ called }) => called)) return { pods, ...(tried && { tried }) };
  const unmade = await whyUnmade(world, since, signal, namespace);
  // Whoever makes a Pod of its own waits for no controller.
  const isMade = hasMade(world, since, makers.slice(1));
  const hindrances = isMade ? await world.kubernetes.hindrances(undefined, signal) : [];
  return {
    pods,
    ...(tried && { tried }),
    ...(unmade !== undefined && { unmade }),
    ...(hindrances.length > 0 && { hindrances }),
  };
}

async function onNode({ kubernetes }: World, pod: Pod, signal: AbortSignal): Promise<Pod> {
  if (!kubernetes.hasNodes) return pod;
  const alive = await kubernetes.processes(pod, undefined, signal);
  return asOnNode(
    pod,
    alive.map(({ container: id }) => id),
  );
}

const whyUnmade = async (
  { kubernetes }: World,
  since: number,
  signal: AbortSignal,
  namespace: string | undefined,
): Promise<string | undefined> =>
  (await kubernetes.events(since, signal, namespace)).findLast(({ reason }) => reason === 'FailedCreate')?.message;
