import type { Act, Judgement, Reader } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { DidParams } from './check.ts';
import type { Deed, DidEvidence } from './deed.ts';

/** A case, and as it is told: what was seen becomes evidence by what is asked for. */
export type Row = Judgement<Partial<DidParams>, Observation<Deed>>;
export type Raw = Omit<Row, 'evidence'> & { readonly evidence: DidEvidence };

export const act = (more: Partial<Act>): Act => ({
  ...{ verb: 'get', resource: 'pods', name: 'nginx', subresource: 'exec', container: 'shell', code: 101, at: 10 },
  command: ['ps', 'ax'],
  ...more,
});
export const saw = (acts: readonly Act[], more: Partial<DidEvidence> = {}): DidEvidence => ({
  ...{ pod: 'nginx', acts, open: [], typed: [] },
  ...more,
});
export const read = (...all: readonly Partial<Reader>[]) => ({
  readings: {
    from: 0,
    all: all.map((each) => ({ container: 'shell', program: 'cat', at: 11, own: true, ...each })),
    debuggers: [],
    others: { shell: ['1', '7', '9'] },
  },
});
export const ended = (code: number) => ({ kind: 'ended', code }) as const;
