import type { DidParams } from './check.ts';
import { called, list, nothing, type Row, row } from './rows.ts';

const lists: readonly Row[] = [
  row('all of them', list, called('list', { shows: 2, lacks: 0 }), 'listed.done', { status: 'passed' }),
  row('the last one', list, called('list', { shows: 1, lacks: 1 }), 'listed.part', { attempt: true }),
  row(
    'a filter, and what it may have left out has changed since',
    list,
    called('list', { shows: 2, lacks: 0, unsure: 1 }),
    'listed.again',
    {
      attempt: true,
    },
  ),
  row(
    'some left out, and others that have changed since',
    list,
    called('list', { shows: 1, lacks: 1, unsure: 1 }),
    'listed.part',
  ),
  row(
    'nothing, where some ran as the step opened',
    list,
    called('list', { shows: 0, lacks: 0, lost: 2 }),
    'listed.none-runs',
  ),
  row(
    'nothing, where nothing ran as the step opened',
    list,
    called('list', { shows: 0, lacks: 0, lost: 0 }),
    'listed.done',
    {
      status: 'passed',
    },
  ),
  row(
    'nothing, where there were some as the step opened',
    { ...list, list: 'volumes' },
    called('list', { kind: 'volume', shows: 0, lacks: 0, lost: 1 }),
    'listed.empty',
  ),
  row('refused', list, called('list', { refused: true }), 'listed.refused'),
  row('images', list, called('list', { kind: 'image' }), 'listed.other'),
  row('one of them', list, called('inspect'), 'listed.one'),
];

const kill: DidParams = { all: false, outcome: 'ok', call: 'kill', of: 'web' };
const calls: readonly Row[] = [
  row('a call', kill, called('kill'), 'did.called', { status: 'passed' }),
  row('a call that was refused', kill, called('kill', { refused: true }), 'did.refused'),
  row('a refusal that is asked for', { ...kill, outcome: 'refused' }, called('kill', { refused: true }), 'did.called', {
    status: 'passed',
  }),
  row('a call about another one', kill, called('kill', { here: false, of: 'db' }), 'did.other'),
  row('no call yet', kill, nothing, 'did.none'),
];

/** Of lists and other calls of the API. */
export const judgements: readonly Row[] = [...lists, ...calls];
