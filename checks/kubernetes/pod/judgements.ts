import { type Hindrance, type Judgement, message } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { PodParams } from './check.ts';
import { evidenceOf, type PodEvidence, type PodIs } from './source.ts';

type Candidate = PodEvidence['pods'][number];

const params: PodParams = { name: 'web', labels: {}, owner: 'any', ready: true, containers: [] };

const main: Candidate['containers'][number] = {
  ...{ name: 'main', role: 'main', image: 'busybox', ready: false, restarts: 0, state: 'waiting', capabilities: [] },
  reason: 'ContainerCreating',
};
const waits: Candidate = {
  ...{ uid: 'uid', name: 'web', phase: 'Pending', ready: false, deleting: false, sharesProcesses: false, labels: {} },
  ...{ containers: [main], createdAt: 1000, fresh: true },
};
const assigned: Candidate = { ...waits, node: 'node', scheduled: true };
const ready: Candidate = {
  ...assigned,
  ready: true,
  phase: 'Running',
  containers: [{ ...main, ready: true, state: 'running' }],
};
const evidence = (pod: Candidate): Observation<PodIs> => evidenceOf({ pods: [pod] }, params);

const closed: Candidate = { ...waits, unschedulable: '0/1 nodes are available' };
const node = 'node';
const hindered = (pod: Candidate, ...hindrances: readonly Hindrance[]): Observation<PodIs> =>
  evidence({ ...pod, hindrances });
const part = (name: string): Hindrance => ({ kind: 'part', by: 'other', node, part: name });

const held = { blame: 'machine' as const, because: message('kube.part.stopped', { name: 'web', node, part: 'x' }) };

const crashed: Candidate['containers'][number] = {
  ...{ ...main, restarts: 2, reason: 'CrashLoopBackOff', message: 'back-off 20s' },
  ...{ lastExitCode: 137, lastReason: 'OOMKilled' },
};

export const judgements: readonly Judgement<PodParams, Observation<PodIs>>[] = [
  { what: 'ready', params, evidence: evidence(ready), status: 'passed', says: 'kit.right' },
  {
    what: 'starting',
    params,
    evidence: evidence(assigned),
    status: 'pending',
    says: 'kube.pod.starting',
    attempt: false,
  },
  {
    what: 'a scheduler that has not looked at it yet',
    params,
    evidence: evidence(waits),
    status: 'pending',
    says: 'kube.pod.unassigned',
    attempt: false,
  },
  {
    what: 'a scheduler of a name that nobody has',
    params,
    evidence: evidence({ ...waits, scheduler: 'mine' }),
    status: 'pending',
    says: 'kube.pod.no-scheduler',
    attempt: true,
  },
  {
    what: 'no scheduler that runs',
    params,
    evidence: hindered(waits, part('kube-scheduler')),
    status: 'errored',
    says: 'kube.part.stopped',
  },
  {
    what: 'no kubelet that runs',
    params,
    evidence: hindered(assigned, part('kubelet')),
    status: 'errored',
    says: 'kube.part.stopped',
  },
  {
    what: 'another part that it does not wait for',
    params,
    evidence: hindered(assigned, part('kube-scheduler')),
    status: 'pending',
    says: 'kube.pod.starting',
  },
  {
    what: 'no node that it wants',
    params,
    evidence: evidence(closed),
    status: 'pending',
    says: 'kube.pod.unschedulable',
    attempt: true,
  },
  {
    what: 'a node that somebody else has closed',
    params,
    evidence: hindered(closed, { kind: 'cordon', by: 'other', node }),
    status: 'errored',
    says: 'kube.node.cordoned',
  },
  {
    what: 'a node that the learner has closed',
    params,
    evidence: hindered(closed, { kind: 'cordon', by: 'learner', node }),
    status: 'pending',
    says: 'kube.node.cordoned-own',
    attempt: true,
  },
  {
    what: "somebody else's taint beside the learner's",
    params,
    evidence: hindered(
      closed,
      { kind: 'cordon', by: 'learner', node },
      { kind: 'taint', by: 'other', node, taint: 'a=b:NoSchedule' },
    ),
    status: 'errored',
    says: 'kube.node.tainted',
  },
  {
    what: 'a full disk',
    params,
    evidence: hindered(closed, { kind: 'condition', by: 'other', node, condition: 'DiskPressure', said: 'full' }),
    status: 'errored',
    says: 'kube.node.condition',
  },
  {
    what: 'a node that is none',
    params,
    evidence: hindered({ ...waits, node: 'nowhere' }, { kind: 'no-node', by: 'learner', node: 'nowhere' }),
    status: 'pending',
    says: 'kube.pod.no-node',
    attempt: true,
  },
  {
    what: 'a node that is no more',
    params,
    evidence: hindered(assigned, { kind: 'no-node', by: 'other', node }),
    status: 'errored',
    says: 'kube.node.lost',
  },
  {
    what: 'an init container that runs',
    params,
    evidence: evidence({
      ...assigned,
      containers: [
        { ...main, name: 'prepares', role: 'init', state: 'running' },
        { ...main, reason: 'PodInitializing' },
      ],
    }),
    status: 'pending',
    says: 'kube.pod.init',
    attempt: false,
  },
  {
    what: 'a volume that is not there',
    params,
    evidence: evidence({ ...assigned, warning: { reason: 'FailedMount', said: 'configmap "x" not found' } }),
    status: 'pending',
    says: 'kube.pod.warned',
  },
  {
    what: 'a network that the node cannot make',
    params,
    evidence: evidence({ ...assigned, warning: { reason: 'FailedCreatePodSandBox', said: 'no CNI' } }),
    status: 'errored',
    says: 'kube.pod.no-sandbox',
  },
  {
    what: 'a probe that fails',
    params,
    evidence: evidence({
      ...ready,
      ready: false,
      containers: [{ ...main, state: 'running' }],
      warning: { reason: 'Unhealthy', said: 'Readiness probe failed: 404' },
    }),
    status: 'pending',
    says: 'kube.pod.probe',
  },
  {
    what: 'a container that ends again and again',
    params,
    evidence: evidence({ ...assigned, containers: [crashed] }),
    status: 'pending',
    says: 'kube.pod.crashes',
    attempt: true,
  },
  {
    what: 'a finalizer that holds it',
    params,
    evidence: evidence({ ...ready, deleting: true, finalizers: ['example.com/mine'] }),
    status: 'pending',
    says: 'kube.deleting.finalizer',
    attempt: true,
  },
  {
    what: 'on its way out',
    params,
    evidence: evidence({ ...ready, deleting: true }),
    status: 'pending',
    says: 'kube.pod.deleting',
    attempt: false,
  },
  {
    what: 'on its way out where no kubelet ends it',
    params,
    evidence: hindered({ ...ready, deleting: true }, part('kubelet')),
    status: 'errored',
    says: 'kube.part.stopped',
  },
  {
    what: 'a Deployment whose controllers are frozen',
    params,
    evidence: evidenceOf({ pods: [], unmade: { ...held, at: 1 } }, params),
    status: 'errored',
    says: 'kube.part.stopped',
  },
  {
    what: "the node's processes instead of none",
    params: { ...params, sharesProcesses: false },
    evidence: evidence({ ...ready, onHost: true }),
    status: 'pending',
    says: 'kube.pod.has',
    attempt: true,
  },
  {
    what: 'a privileged container instead of one without the capability',
    params: {
      ...params,
      containers: [{ name: 'main', running: true, capabilities: [], lacks: ['SYS_PTRACE'] }],
    },
    evidence: evidence({ ...ready, containers: [{ ...main, ready: true, state: 'running', privileged: true }] }),
    status: 'pending',
    says: 'kube.pod.has',
    attempt: true,
  },
  {
    what: 'a container that is only there to debug',
    params: { ...params, containers: [{ name: 'shell', running: true, capabilities: [], lacks: [] }] },
    evidence: evidence({ ...ready, containers: [...ready.containers, { ...main, name: 'shell', role: 'ephemeral' }] }),
    status: 'pending',
    says: 'kube.pod.no-container',
    attempt: true,
  },
];
