import type { Judgement } from '../../runner/api.ts';
import type { Observation } from '../kit/judge.ts';
import type { Subject } from '../kit/subject.ts';
import type { ProcessParams } from './check.ts';

type Row = Judgement<Partial<ProcessParams>, Observation>;

const params: Partial<ProcessParams> = {
  ...{ in: 'web', args: 'sleep 9', parent: 'sh', same: { net: 'machine' }, other: { pid: 'machine' } },
  where: {
    'user.uid': 65_534,
    'capabilities.effective': { absent: true },
    'signals.ignored': { includes: 'HUP' },
    'cgroup.memory.limit': { atMost: '64Mi' },
    'cgroup.pids.limit': { atLeast: 10 },
  },
};
const right = {
  ...{ parent: true, 'net of machine': 'shared', 'pid of machine': 'separate' },
  ...{ 'user.uid': 65_534, 'capabilities.effective': [], 'signals.ignored': ['HUP'] },
  ...{ 'cgroup.memory.limit': 67_108_864, 'cgroup.pids.limit': 10 },
};

const row = (what: string, is: Subject['is'], says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params, status: 'pending', says },
  evidence: { subjects: [{ id: '7', name: 'sleep 9', fresh: true, at: 1, is: { ...right, ...is } }] },
  ...more,
});

/** So many of a kind where others are asked for. */
function counted(what: string, count: number, there: number, says: string, more: Partial<Row>): Row {
  const each: Subject = { id: '7', name: 'sleep 9', fresh: true, at: 1, is: { where: 'web/main' } };
  const wanted: Partial<ProcessParams> = { in: { pod: 'web' }, starts: 'sleep', count };
  const evidence = { subjects: Array.from({ length: there }, () => each), about: 'web/main' };
  return { ...{ what, params: wanted, evidence, status: 'pending', says }, ...more };
}

export const judgements: readonly Row[] = [
  row('all as it should be', {}, 'kit.right', { status: 'passed' }),
  row('nothing', {}, 'process.none', { evidence: { subjects: [] }, attempt: false }),
  row('another parent', { parent: false }, 'process.orphan', { attempt: true }),
  row('another user', { 'user.uid': 0 }, 'kit.other', { attempt: true, mismatch: { expected: '65534', actual: '0' } }),
  row('a capability', { 'capabilities.effective': ['KILL'] }, 'kit.has', { attempt: true }),
  row('a signal that is not ignored', { 'signals.ignored': ['INT'] }, 'kit.without', { attempt: true }),
  row('no signal that is ignored', { 'signals.ignored': [] }, 'kit.lacks', { attempt: true }),
  row('too much memory', { 'cgroup.memory.limit': 67_108_865 }, 'kit.above', { attempt: true }),
  row('no limit of memory', { 'cgroup.memory.limit': 'max' }, 'kit.above', { attempt: true }),
  row('too few processes', { 'cgroup.pids.limit': 9 }, 'kit.below', { attempt: true }),
  row('a network of its own', { 'net of machine': 'separate' }, 'process.separate', { attempt: true }),
  row('the machine’s PID namespace', { 'pid of machine': 'shared' }, 'process.shared', { attempt: true }),
  row('namespaces of which nobody can tell', { 'net of machine': 'unknown' }, 'process.separate', { attempt: true }),
  counted('as many as should be', 2, 2, 'kit.right', { status: 'passed' }),
  counted('too few', 3, 2, 'process.count', { attempt: true, mismatch: { expected: '3', actual: '2' } }),
  counted('too many', 1, 2, 'process.count', { attempt: true, mismatch: { expected: '1', actual: '2' } }),
  counted('none of several', 2, 0, 'process.none', { attempt: false }),
  counted('none, as asked', 0, 0, 'process.absent', { status: 'passed' }),
  counted('one where none should be', 0, 1, 'process.count', { mismatch: { expected: '0', actual: '1' } }),
  row('others in its place', {}, 'process.none', {
    evidence: {
      subjects: [],
      elsewhere: {
        because: { id: 'process.none', values: { args: 'nginx: master', place: 'web/main' } },
        mismatch: { expected: 'nginx: master', actual: 'top' },
        attempt: false,
      },
    },
    ...{ attempt: false, mismatch: { expected: 'nginx: master', actual: 'top' } },
  }),
  row('no such Pod', {}, 'kube.no-pod', {
    params: { in: { pod: 'web' }, count: 0 },
    evidence: {
      subjects: [],
      nowhere: { because: { id: 'kube.no-pod', values: { name: 'web' } }, attempt: false },
    },
    attempt: false,
  }),
  row('no such container', {}, 'kube.pod.no-container', {
    params: { in: { pod: 'web', container: 'other' }, count: 0 },
    evidence: {
      subjects: [],
      nowhere: { because: { id: 'kube.pod.no-container', values: { name: 'web', container: 'other' } } },
    },
    attempt: true,
  }),
];
