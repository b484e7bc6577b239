import type { Judgement } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import type { ObjectParams } from './check.ts';

type Row = Judgement<ObjectParams, Observation>;

const params: ObjectParams = {
  kind: 'network',
  name: 'own',
  where: { 'IPAM.Config[0].Subnet': '10.1.0.0/24', Internal: true, 'Containers[*].Name': { includes: ['web', 'db'] } },
};
const right = { 'IPAM.Config[0].Subnet': '10.1.0.0/24', Internal: true, 'Containers[*].Name': ['db', 'web', 'x'] };

const network = (is: Subject['is'] = {}, more: Partial<Subject> = {}): Subject => ({
  ...{ id: 'a', name: 'own', fresh: true, at: 10, ...more },
  is: { ...right, ...is },
});

const row = (what: string, subjects: readonly Subject[], says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params, evidence: { subjects }, status: 'pending', says },
  ...more,
});

export const judgements: readonly Row[] = [
  row('all as it should be', [network()], 'kit.right', { status: 'passed' }),
  row('nothing', [], 'kit.absent', { attempt: false }),
  row('another subnet', [network({ 'IPAM.Config[0].Subnet': '10.2.0.0/24' })], 'kit.other', {
    attempt: true,
    mismatch: { expected: '10.1.0.0/24', actual: '10.2.0.0/24' },
  }),
  row('not internal', [network({ Internal: false })], 'kit.other', { attempt: true }),
  row('one container too few', [network({ 'Containers[*].Name': ['web'] })], 'kit.without', { attempt: true }),
  row('no container at all', [network({ 'Containers[*].Name': [] })], 'kit.lacks', { attempt: true }),
  row('one that was there before', [network({ Internal: false }, { fresh: false })], 'kit.other', { attempt: false }),
  row('a name with a letter wrong', [network({}, { name: 'onw' })], 'kit.other-name', { attempt: true }),
  row('the right values under quite another name', [network({}, { name: 'else' })], 'kit.other-name', {
    attempt: true,
  }),
  row('quite another one', [network({ Internal: false }, { name: 'else' })], 'kit.absent', { attempt: false }),
  row('one that is going', [network({}, { going: true })], 'kit.absent', { attempt: false }),
  row('a client that has asked for nothing', [], 'client.failed', {
    evidence: { subjects: [], obstacle: { at: 1, because: { id: 'client.failed', values: { line: 'x', code: 125 } } } },
    attempt: true,
  }),
];
