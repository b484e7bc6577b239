import type { Judgement } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import type { DidParams } from './check.ts';
import type { Deed } from './deed.ts';

export type Row = Judgement<DidParams, Observation<Deed>>;
type More = Partial<Deed> & Pick<Partial<Subject>, 'at'>;

export const nothing: Observation<Deed> = { subjects: [], about: 'web' };
export const ps: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: ['ps', 'top'], lists: '/proc' } };
export const ls: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: ['ls', 'find'], lists: 'new' } };
export const list: DidParams = { all: false, outcome: 'ok', list: 'containers' };

const done = (deed: Deed, { at = 5, ...more }: More): Observation<Deed> => ({
  ...nothing,
  subjects: [
    {
      ...{ id: String(at), name: 'web', fresh: true, at, is: { ...deed, ...more } },
      ...((deed.by !== 'run' || more.error !== undefined) && { over: true }),
    },
  ],
});

export const ran = (what: string, more: More = {}): Observation<Deed> =>
  done({ by: 'run', what, names: [what.split(' ')[0] ?? ''], of: 'web', here: true, exit: 0, listed: [] }, more);

export const called = (what: string, more: More = {}): Observation<Deed> =>
  done({ by: 'call', what, names: [], kind: 'container', refused: false, of: 'web', here: true }, more);

export const typed = (what: string): Observation<Deed> => done({ by: 'line', what, names: [], of: '', here: true }, {});

/** A program that goes on, or was typed in a shell inside, where no exit code is known. */
export const unknown = (what: string, more: More): Observation<Deed> =>
  done({ by: 'run', what, names: [what.split(' ')[0] ?? ''], of: 'web', here: true, listed: [] }, more);

export const row = (
  what: string,
  params: DidParams,
  evidence: Observation<Deed>,
  says: string,
  more: Partial<Row> = {},
): Row => ({
  ...{ what, params, evidence, status: 'pending', says },
  ...more,
});
