import type { Judgement } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { ObjectParams } from './check.ts';

const params: ObjectParams = { kind: 'Deployment', name: 'web', labels: {}, where: { 'spec.replicas': 3 } };
const within = (where: ObjectParams['where']): ObjectParams => ({ ...params, where });

const web = (replicas?: number, more: object = {}): Observation['subjects'][number] => ({
  ...{ id: 'uid', name: 'web', fresh: true, at: 1000 },
  is: replicas === undefined ? {} : { 'spec.replicas': replicas },
  ...more,
});
const refused = { because: { id: 'kube.refused' as const, values: { said: 'exceeded quota' } } };
const strayed = { because: { id: 'kube.stray' as const, values: { namespace: 'default', own: 'lab-x' } } };

export const judgements: readonly Judgement<ObjectParams, Observation>[] = [
  { what: 'its values', params, evidence: { subjects: [web(3)] }, status: 'passed', says: 'kit.right' },
  {
    what: 'another value',
    params,
    evidence: { subjects: [web(2)] },
    status: 'pending',
    says: 'kit.other',
    attempt: true,
    mismatch: { expected: '3', actual: '2' },
  },
  { what: 'no value', params, evidence: { subjects: [web()] }, status: 'pending', says: 'kit.lacks', attempt: true },
  {
    what: 'one that stands as it stood before the step opened',
    params,
    evidence: { subjects: [web(2, { fresh: false })] },
    status: 'pending',
    says: 'kit.other',
    attempt: false,
  },
  {
    what: 'nearly its name',
    params,
    evidence: { subjects: [web(3, { name: 'wbe' })] },
    status: 'pending',
    says: 'kit.other-name',
    attempt: true,
  },
  {
    what: 'quite another name, but all values',
    params,
    evidence: { subjects: [web(3, { name: 'api' })] },
    status: 'pending',
    says: 'kit.other-name',
  },
  {
    what: 'quite another object',
    params,
    evidence: { subjects: [web(1, { name: 'api' })] },
    status: 'pending',
    says: 'kit.absent',
    attempt: false,
  },
  { what: 'nothing', params, evidence: { subjects: [] }, status: 'pending', says: 'kit.absent', attempt: false },
  {
    what: 'one on its way out',
    params,
    evidence: { subjects: [web(3, { going: true })] },
    status: 'pending',
    says: 'kit.absent',
  },
  {
    what: 'what the API server refused since',
    params,
    evidence: { subjects: [web(2)], obstacle: { ...refused, at: 2000 } },
    status: 'pending',
    says: 'kube.refused',
    attempt: true,
  },
  {
    what: 'what the API server refused before',
    params,
    evidence: { subjects: [web(3)], obstacle: { ...refused, at: 500 } },
    status: 'passed',
    says: 'kit.right',
  },
  {
    what: 'one in another namespace',
    params,
    evidence: { subjects: [], elsewhere: strayed },
    status: 'pending',
    says: 'kube.stray',
    attempt: true,
  },
  {
    what: 'enough',
    params: within({ 'spec.replicas': { atLeast: 3 } }),
    evidence: { subjects: [web(4)] },
    status: 'passed',
    says: 'kit.right',
  },
  {
    what: 'too many',
    params: within({ 'spec.replicas': { atMost: 3 } }),
    evidence: { subjects: [web(4)] },
    status: 'pending',
    says: 'kit.above',
    attempt: true,
  },
  {
    what: 'what must not be set',
    params: within({ 'spec.replicas': { absent: true } }),
    evidence: { subjects: [web(4)] },
    status: 'pending',
    says: 'kit.has',
    attempt: true,
  },
];
