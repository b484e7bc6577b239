import type { Judgement } from '../../../runner/api.ts';
import type { Evidence, Params } from './check.ts';

type Row = Judgement<Params, Evidence>;

const params: Params = { pod: 'web', contains: 'ready' };
const saw: Evidence = { pod: 'web', container: 'main', known: true };

export const judgements: readonly Row[] = [
  {
    ...{ what: 'it was written', params, evidence: { ...saw, line: 'now ready ', last: 'bye' } },
    ...{ status: 'passed', says: 'kube.logs.right' },
  },
  {
    ...{ what: 'no such Pod', params, evidence: { container: '', known: false } },
    ...{ status: 'pending', says: 'kube.no-pod' },
  },
  {
    ...{ what: 'no such container', params, evidence: { ...saw, known: false } },
    ...{ status: 'pending', says: 'kube.pod.no-container', attempt: true },
  },
  { what: 'nothing was written', params, evidence: saw, status: 'pending', says: 'kube.logs.none' },
  {
    ...{ what: 'something else was written', params, evidence: { ...saw, last: ' starting' } },
    ...{ status: 'pending', says: 'kube.logs.other', mismatch: { expected: 'ready', actual: 'starting' } },
  },
];
