import type { Judgement, Message } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import type { LogsParams } from './check.ts';

type Row = Judgement<Partial<LogsParams>, Observation>;

const params: Partial<LogsParams> = { pod: 'web', contains: 'ready' };

const row = (what: string, is: Subject['is'], says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params, status: 'pending', says },
  evidence: { subjects: [{ id: 'uid', name: 'web/main', fresh: true, at: 1, is: { lines: 0, over: false, ...is } }] },
  ...more,
});

const elsewhere = (because: Message, more: object = {}): Observation => ({
  subjects: [],
  elsewhere: { because, ...more },
});
const ready = { lines: 1, line: 'now ready', last: 'bye' };

export const judgements: readonly Row[] = [
  row('it was written', ready, 'logs.right', { status: 'passed' }),
  row('no such Pod', {}, 'kube.no-pod', {
    evidence: elsewhere({ id: 'kube.no-pod', values: { name: 'web' } }, { attempt: false }),
    attempt: false,
  }),
  row('no such container', {}, 'kube.pod.no-container', {
    evidence: elsewhere({ id: 'kube.pod.no-container', values: { name: 'web', container: 'x' } }),
    attempt: true,
  }),
  row('nothing was written', {}, 'logs.none', { attempt: false }),
  row('something else was written', { last: 'starting' }, 'logs.other', {
    ...{ attempt: false, mismatch: { expected: 'ready', actual: 'starting' } },
  }),
  row('something else, by one that has ended', { last: 'starting', over: true }, 'logs.other', { attempt: true }),
  row('something else since the step opened', { last: 'starting' }, 'logs.other', {
    params: { ...params, since: 'step' },
    attempt: true,
  }),
  row('too few', ready, 'kit.below', { params: { ...params, count: { atLeast: 2 } } }),
  row('so many', { ...ready, lines: 2 }, 'logs.right', { params: { ...params, count: 2 }, status: 'passed' }),
  row('what must not be written', ready, 'logs.unwanted', { params: { ...params, count: 0 } }),
];
