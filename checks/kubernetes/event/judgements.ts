import type { Judgement } from '../../../runner/api.ts';
import type { Evidence, Params } from './check.ts';

const params: Params = { kind: 'Pod', name: 'web', reason: 'FailedScheduling' };

export const judgements: readonly Judgement<Params, Evidence>[] = [
  { what: 'it was said', params, evidence: { right: '0/1 nodes' }, status: 'passed', says: 'kube.event.right' },
  { what: 'nothing was said', params, evidence: {}, status: 'pending', says: 'kube.event.none', attempt: false },
  {
    what: 'something else was said',
    params,
    evidence: { other: { reason: 'Pulled', message: 'the image is there' } },
    status: 'pending',
    says: 'kube.event.other',
    attempt: false,
    mismatch: { expected: 'FailedScheduling', actual: 'Pulled' },
  },
  {
    what: 'it was said, and something else after it',
    params,
    evidence: { right: '0/1 nodes', other: { reason: 'Scheduled', message: 'node' } },
    status: 'passed',
    says: 'kube.event.right',
  },
  {
    what: 'nothing was said of any of the kind',
    params: { kind: 'Node', reason: 'Rebooted' },
    evidence: {},
    status: 'pending',
    says: 'kube.event.none',
  },
];
