import { type Judgement, message } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import { refusal } from '../failedAttempts.ts';
import type { GoneParams } from './check.ts';
import type { Gone } from './source.ts';

type Row = Judgement<GoneParams, Observation<Gone>>;

const params: GoneParams = { pod: '0b9c7d6e-1111-2222-3333-444455556666' };
const left = (is: Partial<Gone> = {}, name = 'nginx'): Observation<Gone> => ({
  subjects: [{ id: 'a', name, fresh: true, at: 0, is: { seen: true, left: [], ...is } }],
});
const row = (what: string, evidence: Observation<Gone>, says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params, evidence, status: 'pending', says },
  ...more,
});
const dry = { at: 9, because: message('kube.dry-run'), attempt: false } as const;
const settings: Partial<Row> = { params: { kind: 'ConfigMap', name: 'settings' } };

export const judgements: readonly Row[] = [
  row('it is gone', left(), 'kube.gone.both', { status: 'passed' }),
  row('it has never been', left({ seen: false }, 'web'), 'gone.never', { params: { pod: 'web' }, attempt: false }),
  row('it is there', left({ state: 'there' }), 'kube.gone.there', { attempt: false }),
  row('it is on its way', left({ state: 'deleting' }), 'kube.gone.deleting', { attempt: false }),
  row('a finalizer holds it', left({ state: 'deleting', finalizers: ['mine'] }), 'kube.deleting.finalizer', {
    attempt: true,
  }),
  row(
    'no kubelet ends it',
    left({ state: 'deleting', hindrances: [{ kind: 'part', by: 'other', node: 'node', part: 'kubelet' }] }),
    'kube.part.stopped',
    { status: 'errored' },
  ),
  row('another of its name runs', left({ remade: true }), 'kube.gone.remade', { attempt: true }),
  row(
    'its controller has made another',
    left({ successor: { name: 'nginx-2', kind: 'ReplicaSet' } }),
    'kube.gone.replaced',
    { attempt: true },
  ),
  row('a process of it is left', left({ left: [{ pid: 7, line: 'sleep 9' }] }), 'kube.gone.processes', {
    attempt: true,
  }),
  row(
    'who may not has tried',
    { ...left({ state: 'there' }), obstacle: refusal({ code: 403, said: 'forbidden', at: 9 }) },
    'kube.refused',
    { attempt: true },
  ),
  row(
    'another namespace has none of that name',
    {
      ...left({ state: 'there' }),
      obstacle: refusal({ code: 404, said: 'not found', namespace: 'default', at: 9 }, 'lab-x'),
    },
    'kube.refused-in',
    { attempt: true },
  ),
  row('it was only to be tried', { ...left({ state: 'there' }), obstacle: dry }, 'kube.dry-run', { attempt: false }),
  row('it was only to be tried, and has gone since', { ...left(), obstacle: dry }, 'kube.gone.both', {
    status: 'passed',
  }),
  row('another kind that is gone', left({}, 'settings'), 'gone.gone', { ...settings, status: 'passed' }),
  row('another kind that is there', left({ state: 'there' }, 'settings'), 'kube.gone.there', settings),
];
