import type { Judgement } from '../../../runner/api.ts';
import type { Evidence, Params } from './check.ts';

const params: Params = { service: 'web', port: 80, path: '/', status: 200 };
const reached: Evidence = {
  ...{ ports: [80], selector: 'app=web', selected: ['web-1'], ready: 1, labels: ['app=web'] },
  answer: { kind: 'answered', status: 200, body: 'Welcome' },
};
const none: Evidence = { selector: '', selected: [], ready: 0, labels: [] };

export const judgements: readonly Judgement<Params, Evidence>[] = [
  { what: 'an answer', params, evidence: reached, status: 'passed', says: 'kube.service.right' },
  {
    what: 'an answer with the text',
    params: { ...params, contains: 'Welcome' },
    evidence: reached,
    status: 'passed',
    says: 'kube.service.right',
  },
  {
    what: 'an answer without the text',
    params: { ...params, contains: 'Goodbye' },
    evidence: reached,
    status: 'pending',
    says: 'kube.service.body',
    attempt: true,
  },
  {
    what: 'another status',
    params,
    evidence: { ...reached, answer: { kind: 'answered', status: 404, body: '' } },
    status: 'pending',
    says: 'kube.service.status',
    mismatch: { expected: '200', actual: '404' },
  },
  {
    what: 'a refused connection',
    params,
    evidence: { ...reached, answer: { kind: 'refused', why: 'Connection refused' } },
    status: 'pending',
    says: 'kube.service.refused',
    attempt: true,
  },
  {
    what: 'Pods that are on their way',
    params,
    evidence: { ...reached, ready: 0 },
    status: 'pending',
    says: 'kube.service.none-ready',
  },
  {
    what: 'Pods that do not become ready',
    params,
    evidence: { ...reached, ready: 0, stuck: true },
    status: 'pending',
    says: 'kube.service.none-ready',
    attempt: true,
  },
  {
    what: 'labels that no Pod has',
    params,
    evidence: { ...reached, selector: 'app=wbe', selected: [], ready: 0 },
    status: 'pending',
    says: 'kube.service.selects-none',
    attempt: true,
  },
  {
    what: 'no Pods at all yet',
    params,
    evidence: { ...reached, selected: [], ready: 0, labels: [] },
    status: 'pending',
    says: 'kube.service.selects-none',
  },
  {
    what: 'another port',
    params,
    evidence: { ...reached, ports: [8080] },
    status: 'pending',
    says: 'kube.service.port',
    attempt: true,
  },
  { what: 'no Service', params, evidence: none, status: 'pending', says: 'kube.object.absent', attempt: false },
  {
    what: 'one in another namespace',
    params,
    evidence: { ...none, tried: { kind: 'stray', namespace: 'default', own: 'lab-x', at: 1 } },
    status: 'pending',
    says: 'kube.stray',
    attempt: true,
  },
  {
    what: 'one that the API server refused',
    params,
    evidence: { ...none, tried: { kind: 'refused', said: 'spec.ports: Required value', at: 1 } },
    status: 'pending',
    says: 'kube.refused',
    attempt: true,
  },
];
