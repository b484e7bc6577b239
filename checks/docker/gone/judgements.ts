import type { Judgement } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { GoneParams } from './check.ts';
import type { Remains } from './source.ts';

type Row = Judgement<GoneParams, Observation<Remains>>;
type Seen = Remains & Pick<Observation, 'obstacle'>;

const row = (what: string, { obstacle, ...is }: Seen, says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params: { container: 'web' }, status: 'pending', says },
  evidence: {
    ...{ subjects: [{ id: 'a', name: 'web', fresh: true, at: 1, is }], about: 'web' },
    ...(obstacle && { obstacle }),
  },
  ...more,
});

const network = { network: 'web' };
const name = 'web';

export const judgements: readonly Row[] = [
  row('gone', {}, 'gone.both', { status: 'passed' }),
  row('a network that is gone', {}, 'gone.gone', { params: network, status: 'passed' }),
  row('what was never there', {}, 'gone.never', { evidence: { subjects: [], about: 'web' }, attempt: false }),
  row('gone, and a process of it is left', { process: 7 }, 'gone.process', { attempt: true }),
  row('running', { state: 'running' }, 'gone.running', { attempt: false }),
  row('ending again and again', { state: 'restarting' }, 'gone.running', { attempt: false }),
  row('paused', { state: 'paused' }, 'gone.paused', { attempt: true }),
  row('stopped', { state: 'exited' }, 'gone.stopped', { attempt: true }),
  row('created only', { state: 'created' }, 'gone.stopped', { attempt: true }),
  row('a removal that is under way', { state: 'exited', leaves: true }, 'gone.running', { attempt: false }),
  row(
    'refused, because it runs',
    { state: 'running', obstacle: { because: { id: 'gone.refused', values: { name } } } },
    'gone.refused',
    { attempt: true },
  ),
  row('refused once, and stopped since', { state: 'exited' }, 'gone.stopped', {
    attempt: true,
  }),
  row(
    'a network that is in use',
    { state: 'there', obstacle: { because: { id: 'gone.in-use', values: { noun: 'network', name } } } },
    'gone.in-use',
    {
      params: network,
      attempt: true,
    },
  ),
  row('a volume that is there', { state: 'there' }, 'gone.there', { params: { volume: 'web' }, attempt: false }),
  row(
    'a name that is none',
    {
      state: 'running',
      obstacle: { because: { id: 'gone.missed', values: { noun: 'container', reference: 'wbe', name } } },
    },
    'gone.missed',
    {
      attempt: true,
    },
  ),
  row(
    'a prune that waits for an answer',
    {
      state: 'exited',
      leaves: true,
      obstacle: { excused: true, because: { id: 'gone.asks', values: { line: 'docker container prune' } } },
    },
    'gone.asks',
    { attempt: true },
  ),
  row(
    'a client that has asked for nothing',
    {
      state: 'running',
      obstacle: { at: 2, because: { id: 'client.failed', values: { line: 'docker rm –f web', code: 1 } } },
    },
    'client.failed',
    { attempt: true },
  ),
];
