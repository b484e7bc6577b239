import type { Judgement } from '../../../runner/api.ts';
import type { Evidence } from '../../kit/judge.ts';
import type { GoneParams } from './check.ts';
import type { Remains } from './source.ts';

type Row = Judgement<GoneParams, Evidence<Remains>>;

const row = (what: string, is: Partial<Remains>, says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params: { container: 'web' }, status: 'pending', says },
  evidence: {
    subjects: [{ id: 'a', name: 'web', fresh: true, at: 1, is: { noun: 'container', ...is } }],
    about: 'web',
  },
  ...more,
});

export const judgements: readonly Row[] = [
  row('gone', {}, 'gone.both', { status: 'passed' }),
  row('a network that is gone', { noun: 'network' }, 'gone.gone', { status: 'passed' }),
  row('what was never there', {}, 'gone.never', { evidence: { subjects: [], about: 'web' }, attempt: false }),
  row('gone, and a process of it is left', { process: 7 }, 'gone.process', { attempt: true }),
  row('running', { state: 'running' }, 'gone.running', { attempt: false }),
  row('ending again and again', { state: 'restarting' }, 'gone.running', { attempt: false }),
  row('paused', { state: 'paused' }, 'gone.paused', { attempt: true }),
  row('stopped', { state: 'exited' }, 'gone.stopped', { attempt: true }),
  row('created only', { state: 'created' }, 'gone.stopped', { attempt: true }),
  row('a removal that is under way', { state: 'exited', tried: { did: 'works' } }, 'gone.running', { attempt: false }),
  row('refused, because it runs', { state: 'running', tried: { did: 'refused' } }, 'gone.refused', { attempt: true }),
  row('refused once, and stopped since', { state: 'exited', tried: { did: 'refused' } }, 'gone.stopped', {
    attempt: true,
  }),
  row('a network that is in use', { noun: 'network', state: 'there', tried: { did: 'refused' } }, 'gone.in-use', {
    attempt: true,
  }),
  row('a volume that is there', { noun: 'volume', state: 'there' }, 'gone.there', { attempt: false }),
  row('a name that is none', { state: 'running', tried: { did: 'missed', reference: 'wbe' } }, 'gone.missed', {
    attempt: true,
  }),
  row(
    'a prune that waits for an answer',
    { state: 'exited', tried: { did: 'asks', line: 'docker container prune' } },
    'gone.asks',
    { attempt: true },
  ),
  row(
    'a client that has asked for nothing',
    {
      state: 'running',
      tried: {
        did: 'failed',
        said: { because: { id: 'client.failed', values: { line: 'docker rm –f web', code: 1 } } },
      },
    },
    'client.failed',
    { attempt: true },
  ),
];
