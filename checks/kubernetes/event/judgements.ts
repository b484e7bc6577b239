import type { Judgement } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import type { EventParams } from './check.ts';

type Row = Judgement<EventParams, Observation>;

const params: EventParams = { kind: 'Pod', name: 'web', reason: 'FailedScheduling' };

const event = (reason: string, said: string, at = 1, contains = true): Subject => ({
  ...{ id: 'uid', name: 'web', at, fresh: false },
  is: { reason, said, contains },
});

const row = (what: string, subjects: readonly Subject[], says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params, evidence: { subjects }, status: 'pending', says },
  ...more,
});

const right = { status: 'passed' } as const;

export const judgements: readonly Row[] = [
  row('it was said', [event('FailedScheduling', '0/1 nodes')], 'kube.event.right', right),
  row('nothing was said', [], 'kube.event.none', { attempt: false }),
  row('something else was said', [event('Pulled', 'the image is there')], 'kube.event.other', {
    ...{ attempt: false, mismatch: { expected: 'FailedScheduling', actual: 'Pulled' } },
  }),
  row(
    'it was said, and something else after it',
    [event('FailedScheduling', '0/1 nodes'), event('Scheduled', 'node', 2)],
    ...(['kube.event.right', right] as const),
  ),
  row('it was said with the text', [event('FailedScheduling', '0/1 nodes')], 'kube.event.right', {
    ...{ ...right, params: { ...params, contains: 'nodes' } },
  }),
  row('it was said without the text', [event('FailedScheduling', '0/1 nodes', 1, false)], 'kube.event.without', {
    ...{ params: { ...params, contains: 'memory' }, attempt: false },
  }),
  row('the text was said for another reason', [event('Pulled', 'memory')], 'kube.event.other', {
    params: { ...params, contains: 'memory' },
  }),
  row('nothing was said of any of the kind', [], 'kube.event.none', { params: { kind: 'Node', reason: 'Rebooted' } }),
];
