import type { Judgement } from '../../../runner/api.ts';
import type { Evidence, Params } from './check.ts';

type Row = Judgement<Params, Evidence>;

const params: Params = { pod: 'web', container: 'main', process: 'sleep' };
const sleep = { pid: 7, line: 'sleep 9', fits: true, startTicks: 3, container: 'main' };
const saw = (...running: Evidence['running']): Evidence => ({ pod: 'web', uid: 'u', containers: ['main'], running });

export const judgements: readonly Row[] = [
  { what: 'it runs', params, evidence: saw(sleep), status: 'passed', says: 'kube.process.right' },
  {
    ...{ what: 'no such Pod', params, evidence: { containers: [], running: [] } },
    ...{ status: 'pending', says: 'kube.no-pod', attempt: false },
  },
  {
    ...{ what: 'no such container', params: { ...params, container: 'other' }, evidence: saw(sleep) },
    ...{ status: 'pending', says: 'kube.pod.no-container', attempt: true },
  },
  {
    ...{ what: 'another process', params, evidence: saw({ pid: 8, line: 'top', fits: false }) },
    ...{ status: 'pending', says: 'kube.process.none', mismatch: { expected: 'sleep', actual: 'top' } },
  },
  {
    ...{ what: 'too few', params: { ...params, count: 2 }, evidence: saw(sleep) },
    ...{ status: 'pending', says: 'kube.process.count', mismatch: { expected: '2', actual: '1' } },
  },
  {
    ...{ what: 'none, as asked', params: { ...params, count: 0 }, evidence: saw() },
    ...{ status: 'passed', says: 'kube.process.right' },
  },
];
