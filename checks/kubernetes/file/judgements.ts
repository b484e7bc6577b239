import type { Judgement } from '../../../runner/api.ts';
import type { Evidence, Params } from './check.ts';

type Row = Judgement<Params, Evidence>;

const params: Params = { pod: 'web', container: 'main', path: '/etc/x', find: 'a (\\d+)' };
const saw: Evidence = { pod: 'web', running: true, exists: true };

export const judgements: readonly Row[] = [
  {
    ...{ what: 'the line is there', params, evidence: { ...saw, line: 'a 7', group: '7' } },
    ...{ status: 'passed', says: 'kube.file.there' },
  },
  {
    ...{ what: 'no such Pod', params, evidence: { running: false, exists: false } },
    ...{ status: 'pending', says: 'kube.no-pod' },
  },
  {
    ...{ what: 'nobody is there to see it', params, evidence: { ...saw, running: false, exists: false } },
    ...{ status: 'pending', says: 'kube.file.not-running' },
  },
  {
    ...{ what: 'no such file', params, evidence: { ...saw, exists: false } },
    ...{ status: 'pending', says: 'kube.file.none' },
  },
  { what: 'no such line', params, evidence: saw, status: 'pending', says: 'kube.file.other' },
];
