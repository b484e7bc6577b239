import type { Judgement } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import type { LogsParams } from './check.ts';

type Row = Judgement<Partial<LogsParams>, Observation>;

const params: Partial<LogsParams> = { container: 'web', contains: 'ready' };

const row = (what: string, is: Subject['is'], says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params, status: 'pending', says },
  evidence: { subjects: [{ id: 'a', name: 'web', fresh: true, at: 1, is: { lines: 0, over: false, ...is } }] },
  ...more,
});

const written = { lines: 1, line: 'now ready', last: 'bye' };
const right = { status: 'passed' } as const;
const step = { ...params, since: 'step' } as const;

export const judgements: readonly Row[] = [
  row('it was written', written, 'logs.right', right),
  row('it was written more often', { ...written, lines: 3 }, 'logs.right', right),
  row('nothing was written yet', {}, 'logs.none', { attempt: false }),
  row('nothing was written, and nothing will be', { over: true }, 'logs.none', { attempt: true }),
  row('something else was written', { last: 'starting' }, 'logs.other', {
    ...{ attempt: false, mismatch: { expected: 'ready', actual: 'starting' } },
  }),
  row('something else was written, and nothing more will be', { last: 'bye', over: true }, 'logs.other', {
    attempt: true,
  }),
  row('it went to the other stream', { stream: 'stdout', last: 'ready' }, 'logs.other-stream', {
    params: { ...params, stream: 'stderr' },
  }),
  row('nothing since the step opened', {}, 'logs.none-since', { params: step, attempt: true }),
  row('something else since the step opened', { last: 'bye' }, 'logs.other', { params: step, attempt: true }),
  row('too few', written, 'kit.below', { params: { ...params, count: { atLeast: 2 } }, attempt: true }),
  row('another number', written, 'kit.other', { params: { ...params, count: 2 }, attempt: true }),
  row('so many', { ...written, lines: 2 }, 'logs.right', { ...right, params: { ...params, count: 2 } }),
  row('too many', { ...written, lines: 4 }, 'kit.above', {
    params: { ...params, count: { atMost: 3 } },
    attempt: true,
  }),
  row('what must not be written', written, 'logs.unwanted', {
    params: { ...params, count: { atMost: 0 } },
    attempt: true,
  }),
  row('nothing that must not be written', {}, 'logs.right-none', { ...right, params: { ...params, count: 0 } }),
  row('any line', { lines: 1, line: 'x' }, 'logs.right', { ...right, params: { container: 'web' } }),
  row('no container', {}, 'kit.absent', {
    evidence: {
      subjects: [],
      elsewhere: { because: { id: 'kit.absent', values: { noun: 'container', name: 'web' } }, attempt: false },
    },
    attempt: false,
  }),
  row('a log that nobody keeps', {}, 'logs.unreadable', {
    evidence: { subjects: [], elsewhere: { because: { id: 'logs.unreadable', values: { where: 'web' } } } },
    attempt: true,
  }),
];
