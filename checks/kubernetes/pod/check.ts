import { defineCheck, type Pod, type World, z } from '../../../runner/api.ts';
import { asOnNode } from '../alive.ts';
import { isOf } from '../pods.ts';
import { lastTried, type Tried } from '../tried.ts';
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
  /** Every Pod of the namespace, the newest last. */
  readonly pods: readonly (Pod & { readonly fresh: boolean; readonly called: boolean })[];
  readonly tried?: Tried;
  /** Why a Deployment or the like cannot make its Pods, whole. */
  readonly unmade?: string;
};

/** A Pod is as it should be, and works. Speaks about the nearest attempt, and about who stands in its way. */
export const pod = defineCheck<PodParams, PodEvidence>({
  name: 'kubernetes/pod',
  about:
    'A Pod of this name is there, has these parts and is ready. Says why it waits in the words of the API server, the scheduler or the kubelet. With `as`, later steps know it by that name.',
  params,
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
  { name, owner }: PodParams,
  { since, signal }: { since: number; signal: AbortSignal },
): Promise<PodEvidence> {
  const all = (await world.kubernetes.pods(signal)).toSorted((one, other) => one.createdAt - other.createdAt);
  const pods = await Promise.all(
    all.map(async (each) => {
      const called = each.name === name || (owner === 'any' && isOf(each, name));
      const now = called && each.ready ? await onNode(world, each, signal) : each;
      return { ...now, fresh: each.createdAt >= since, called };
    }),
  );
  const tried = lastTried(world, since, makers);
  const unmade = pods.some(({ called }) => called) ? undefined : await whyUnmade(world, since, signal);
  return { pods, ...(tried && { tried }), ...(unmade !== undefined && { unmade }) };
}

async function onNode({ kubernetes }: World, pod: Pod, signal: AbortSignal): Promise<Pod> {
  if (!kubernetes.hasNodes) return pod;
  const alive = await kubernetes.processes(pod, undefined, signal);
  return asOnNode(
    pod,
    alive.map(({ container: id }) => id),
  );
}

const whyUnmade = async ({ kubernetes }: World, since: number, signal: AbortSignal): Promise<string | undefined> =>
  (await kubernetes.events(since, signal)).findLast(({ reason }) => reason === 'FailedCreate')?.message;
