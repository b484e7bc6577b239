import type { Hindrance, Judgement, Pod } from '../../../runner/api.ts';
import type { Evidence, Params } from './check.ts';

const params: Params = { name: 'web', kind: 'Deployment', replicas: 3 };
const state = { wanted: 3, updated: 3, available: 3, old: 0, current: true };
const seen = (more: Partial<NonNullable<Evidence['state']>> = {}, rest: Partial<Evidence> = {}): Evidence => ({
  ...{ state: { ...state, ...more }, pods: [], fresh: true },
  ...rest,
});
const pod: Pod = {
  ...{ uid: 'uid', name: 'web-1', phase: 'Pending', ready: false, deleting: false, sharesProcesses: false, labels: {} },
  ...{ containers: [], createdAt: 0 },
};
const frozen: Hindrance = { kind: 'part', by: 'other', node: 'node', part: 'kube-controller-manager' };
const refused = { kind: 'refused' as const, said: 'forbidden', at: 1 };

export const judgements: readonly Judgement<Params, Evidence>[] = [
  { what: 'rolled out', params, evidence: seen(), status: 'passed', says: 'kube.rollout.right' },
  {
    what: 'none of this name',
    params,
    evidence: { pods: [], fresh: false },
    status: 'pending',
    says: 'kube.object.absent',
    attempt: false,
  },
  {
    what: 'none, and what was refused',
    params,
    evidence: { pods: [], fresh: false, tried: refused },
    status: 'pending',
    says: 'kube.refused',
    attempt: true,
  },
  {
    what: 'none here, but one in another namespace',
    params,
    evidence: { pods: [], fresh: false, tried: { kind: 'stray', namespace: 'default', own: 'lab-x', at: 1 } },
    status: 'pending',
    says: 'kube.stray',
    attempt: true,
  },
  {
    what: 'another number that the learner wants',
    params,
    evidence: seen({ wanted: 2, updated: 2, available: 2 }),
    status: 'pending',
    says: 'kube.rollout.replicas',
    attempt: true,
    mismatch: { expected: '3', actual: '2' },
  },
  {
    what: 'another number before anything was done',
    params,
    evidence: seen({ wanted: 1, updated: 1, available: 1 }, { fresh: false }),
    status: 'pending',
    says: 'kube.rollout.replicas',
    attempt: false,
  },
  {
    what: 'a change that was refused',
    params,
    evidence: seen({ wanted: 1 }, { tried: refused }),
    status: 'pending',
    says: 'kube.refused',
    attempt: true,
  },
  {
    what: 'one that is rolled out, though something else was refused',
    params,
    evidence: seen({}, { tried: refused }),
    status: 'passed',
    says: 'kube.rollout.right',
  },
  {
    what: 'under way',
    params,
    evidence: seen({ available: 1 }),
    status: 'pending',
    says: 'kube.rollout.under-way',
    attempt: false,
  },
  {
    what: 'Pods of before that are left',
    params,
    evidence: seen({ old: 1 }),
    status: 'pending',
    says: 'kube.rollout.under-way',
  },
  {
    what: 'a change that its controller has not seen',
    params,
    evidence: seen({ current: false }),
    status: 'pending',
    says: 'kube.rollout.under-way',
  },
  {
    what: 'a frozen controller',
    params,
    evidence: seen({ current: false }, { hindrances: [frozen] }),
    status: 'errored',
    says: 'kube.part.stopped',
  },
  {
    what: 'a Pod that no node takes',
    params,
    evidence: seen({ available: 0 }, { pods: [{ ...pod, unschedulable: '0/1 nodes are available' }] }),
    status: 'pending',
    says: 'kube.pod.unschedulable',
    attempt: true,
  },
  {
    what: 'a Pod that waits for a node that somebody else has closed',
    params,
    evidence: seen(
      { available: 0 },
      {
        pods: [
          {
            ...pod,
            unschedulable: '0/1 nodes are available',
            hindrances: [{ kind: 'cordon', by: 'other', node: 'node' }],
          },
        ],
      },
    ),
    status: 'errored',
    says: 'kube.node.cordoned',
  },
  {
    what: 'Pods that the cluster refuses',
    params,
    evidence: seen({ available: 0 }, { refused: 'exceeded quota' }),
    status: 'pending',
    says: 'kube.rollout.refused',
    attempt: true,
  },
];
