import type { Judgement, Pod } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import { type FailedAttempt, refusal, strayed, whyAbsent } from '../failedAttempts.ts';
import type { Params, Rollout } from './check.ts';

const params: Params = { name: 'web', kind: 'Deployment', replicas: 3 };
const state: Rollout = { wanted: 3, updated: 3, available: 3, old: 0, current: true, waiting: [] };
const seen = (
  is: Partial<Rollout> = {},
  { fresh = true, tried }: { fresh?: boolean; tried?: FailedAttempt } = {},
): Observation<Rollout> => ({
  subjects: [{ id: 'uid', name: 'web', fresh, at: 1, is: { ...state, ...is } }],
  ...whyAbsent(tried),
});
const none = (tried?: FailedAttempt): Observation<Rollout> => ({ subjects: [], ...whyAbsent(tried) });
const pod: Pod = {
  ...{ uid: 'uid', name: 'web-1', phase: 'Pending', ready: false, deleting: false, sharesProcesses: false, labels: {} },
  ...{ containers: [], createdAt: 0 },
};
const frozen = {
  because: { id: 'kube.part.stopped' as const, values: { name: 'web', node: 'node', part: 'kube-controller-manager' } },
  blame: 'machine' as const,
};
const refused = refusal({ said: 'forbidden', code: 403, at: 1 });

export const judgements: readonly Judgement<Params, Observation<Rollout>>[] = [
  { what: 'rolled out', params, evidence: seen(), status: 'passed', says: 'kube.rollout.right' },
  {
    what: 'none of this name',
    params,
    evidence: none(),
    status: 'pending',
    says: 'kit.absent',
    attempt: false,
  },
  {
    what: 'none, and what was refused',
    params,
    evidence: none(refused),
    status: 'pending',
    says: 'kube.refused',
    attempt: true,
  },
  {
    what: 'none here, but one in another namespace',
    params,
    evidence: none(strayed({ namespace: 'default', at: 1 }, 'lab-x')),
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
    evidence: seen({ current: false, frozen }),
    status: 'errored',
    says: 'kube.part.stopped',
  },
  {
    what: 'a Pod that no node takes',
    params,
    evidence: seen({ available: 0, waiting: [{ ...pod, unschedulable: '0/1 nodes are available' }] }),
    status: 'pending',
    says: 'kube.pod.unschedulable',
    attempt: true,
  },
  {
    what: 'a Pod that waits for a node that somebody else has closed',
    params,
    evidence: seen({
      available: 0,
      waiting: [
        {
          ...pod,
          unschedulable: '0/1 nodes are available',
          hindrances: [{ kind: 'cordon', by: 'other', node: 'node' }],
        },
      ],
    }),
    status: 'errored',
    says: 'kube.node.cordoned',
  },
  {
    what: 'Pods that the cluster refuses',
    params,
    evidence: seen({ available: 0, refused: 'exceeded quota' }),
    status: 'pending',
    says: 'kube.rollout.refused',
    attempt: true,
  },
  {
    what: 'a Pod that waits, of one that nobody has touched',
    params,
    evidence: seen({ available: 0, waiting: [{ ...pod, unschedulable: 'none' }] }, { fresh: false }),
    status: 'pending',
    says: 'kube.pod.unschedulable',
    attempt: true,
  },
  {
    what: 'nearly its name',
    params,
    evidence: { subjects: [{ id: 'uid', name: 'wbe', fresh: true, at: 1, is: state }] },
    status: 'pending',
    says: 'kit.other-name',
    attempt: true,
  },
];
