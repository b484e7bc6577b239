import { message, z } from '../../../runner/api.ts';
import { stateCheck } from '../../kit/check.ts';
import { alsoOfOld, type Rank, type Said, type Whole } from '../../kit/expectation.ts';
import { whyDeleting, whyNotReady } from '../waiting.ts';
import { adversaries } from './adversaries.ts';
import { whyContainers, whyParts } from './parts.ts';
import { type PodIs, podsOf } from './source.ts';

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

/** A Pod is as it should be, and works. Speaks about the nearest attempt, and about who stands in its way. */
export const pod = stateCheck<PodParams, PodIs>({
  name: 'kubernetes/pod',
  about:
    'A Pod of this name is there, has these parts and is ready. Says why it waits in the words of the API server, the scheduler or the kubelet. With `as`, later steps know it by that name.',
  params,
  binds: 'pod',
  wakesOn: ['kubernetes.object.Pod', 'kubernetes.event', 'kubernetes.action', 'shell.command'],
  adversaries,
  from: podsOf,
  called: ({ name }) => name,
  // Its parts first, since these it will not change any more, then what it does.
  expect: (wanted) => [
    whole('identity', (is) => whyOwned(is, wanted) ?? (is.deleting ? whyDeleting(is) : undefined)),
    whole('part', (is) => whyContainers(is, wanted)),
    whole('part', (is) => whyParts(is, wanted)),
    whole('state', (is) => whyNotReady(is, wanted)),
  ],
  found: ({ id, name }) => ({ kind: 'pod', uid: id, name }),
});

const whole = (rank: Rank, why: (is: PodIs['pod']) => Said | undefined): Whole<PodIs> =>
  alsoOfOld({ rank, why: ({ is }) => why(is.pod) });

const whyOwned = ({ name, owner: made }: PodIs['pod'], { owner }: PodParams): Said | undefined =>
  owner === 'none' && made ? { because: message('kube.pod.owned', { name, kind: made.kind }) } : undefined;
