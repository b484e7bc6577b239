import type { Judgement } from '../../../runner/api.ts';
import type { GoneEvidence } from './check.ts';

type Row = Judgement<{ readonly pod: string }, GoneEvidence>;

const params = { pod: '0b9c7d6e-1111-2222-3333-444455556666' };
const none: GoneEvidence = { name: 'nginx', seen: true, left: [] };

export const judgements: readonly Row[] = [
  { what: 'it is gone', params, evidence: none, status: 'passed', says: 'kube.gone.both' },
  {
    ...{ what: 'it has never been', params: { pod: 'web' }, evidence: { ...none, name: 'web', seen: false } },
    ...{ status: 'pending', says: 'kube.gone.never', attempt: false },
  },
  { what: 'it is there', params, evidence: { ...none, state: 'there' }, status: 'pending', says: 'kube.gone.there' },
  {
    ...{ what: 'it is on its way', params, evidence: { ...none, state: 'deleting' } },
    ...{ status: 'pending', says: 'kube.gone.deleting', attempt: false },
  },
  {
    ...{ what: 'another of its name runs', params, evidence: { ...none, remade: true } },
    ...{ status: 'pending', says: 'kube.gone.remade', attempt: true },
  },
  {
    ...{ what: 'its controller has made another', params },
    ...{ evidence: { ...none, successor: { name: 'nginx-2', kind: 'ReplicaSet' } } },
    ...{ status: 'pending', says: 'kube.gone.replaced', attempt: true },
  },
  {
    ...{ what: 'a process of it is left', params, evidence: { ...none, left: [{ pid: 7, line: 'sleep 9' }] } },
    ...{ status: 'pending', says: 'kube.gone.processes' },
  },
];
