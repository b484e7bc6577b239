import type { Judgement } from '../../runner/api.ts';
import type { Observation } from '../kit/judge.ts';
import type { FileParams } from './check.ts';

type Params = Partial<FileParams>;
type Row = Judgement<Params, Observation>;

const there = { where: 'web', path: '/new', kind: 'file' };

/** What lies there, in as much as it is not an empty file. */
const seen = (...all: readonly Observation['subjects'][number]['is'][]): Observation => ({
  subjects: all.map((is) => ({ id: 'x', name: 'web:/new', fresh: true, at: 0, is: { ...there, ...is } })),
  about: 'web',
});
const nothing = seen();

const row = (what: string, wanted: Params, evidence: Observation, says: string, more: Partial<Row> = {}): Row => ({
  ...{
    what,
    params: wanted.path === undefined ? { in: 'web', name: 'new', ...wanted } : wanted,
    evidence,
    status: 'pending',
    says,
  },
  ...more,
});
const passes = (what: string, wanted: Params, evidence: Observation, says = 'file.there') =>
  row(what, wanted, evidence, says, { status: 'passed' });

const inPod: Params = { in: { pod: 'web', container: 'main' }, path: '/etc/x' };
const told = (id: 'file.on-machine' | 'file.redirected', file = 'new'): Observation => ({
  ...nothing,
  elsewhere: { because: { id, values: { file, name: 'web' } } },
});

export const judgements: readonly Row[] = [
  row('nothing yet', {}, nothing, 'file.none', { attempt: false }),
  passes('it is there', {}, seen({})),
  row('a directory', {}, seen({ kind: 'directory' }), 'file.kind', { attempt: true }),
  row('a link', {}, seen({ kind: 'symlink' }), 'file.kind', { attempt: true }),
  passes('a directory beside it', {}, seen({ path: '/a/new', kind: 'directory' }, {})),
  row('on the machine', {}, told('file.on-machine'), 'file.on-machine', { attempt: true }),
  row('by a redirection of the machine', {}, told('file.redirected'), 'file.redirected', { attempt: true }),
  row('it must not be there', { exists: false }, seen({}), 'file.should-not', { attempt: true }),
  row('not even as a directory', { exists: false }, seen({ kind: 'directory' }), 'file.should-not'),
  passes('it is not there', { exists: false }, nothing, 'file.absent'),
  passes('a file may stay', { exists: false, kind: 'directory' }, seen({}), 'file.absent'),
  row('its mode', { where: { mode: '0600' } }, seen({ mode: '644' }), 'kit.other', {
    mismatch: { expected: '600', actual: '644' },
  }),
  passes('its mode, with a zero before it', { where: { mode: '0644' } }, seen({ mode: '644' })),
  passes('its owner by number', { where: { owner: '65534' } }, seen({ owner: 'nobody', uid: 65_534 })),
  row('another owner', { where: { owner: 'root' } }, seen({ owner: 'nobody', uid: 65_534 }), 'kit.other', {
    mismatch: { expected: 'root', actual: 'nobody' },
  }),
  row('another owner by number', { where: { owner: 0 } }, seen({ owner: 'nobody', uid: 65_534 }), 'kit.other'),
  passes('on the volume', { where: { mount: '/data' } }, seen({ path: '/data/new', mount: '/data' })),
  row('beside the volume', { where: { mount: '/data' } }, seen({ mount: '/' }), 'kit.other'),
  passes('empty', { where: { size: 0 } }, seen({ size: 0 })),
  row('too large', { where: { size: { atMost: 4 } } }, seen({ size: 5 }), 'kit.above', { attempt: true }),
  passes('what stands in it', { where: { content: 'hello ' } }, seen({ content: 'hello' })),
  row('something else in it', { where: { content: 'hello' } }, seen({ content: 'hallo' }), 'file.content', {
    mismatch: { expected: 'hello', actual: 'hallo' },
  }),
  row('what is as much, written otherwise', { where: { content: '1Ki' } }, seen({ content: '1024' }), 'file.content'),
  passes('a line in it', { where: { content: { matches: '^two$' } } }, seen({ content: 'one\ntwo' })),
  row('no such line', { where: { content: { matches: '^three$' } } }, seen({ content: 'one\ntwo' }), 'file.unlike'),
  passes('what is found in it', { ...inPod, find: 'a (\\d+)' }, seen({ find: '7' })),
  row('nothing that is found', { ...inPod, find: 'a (\\d+)' }, seen({}), 'file.unlike', { attempt: true }),
  row(
    'a name that is near',
    {},
    {
      ...nothing,
      elsewhere: {
        because: { id: 'file.other-name', values: { name: 'web', actual: '/newer', file: 'new' } },
        mismatch: { expected: 'new', actual: 'newer' },
      },
    },
    'file.other-name',
    { attempt: true, mismatch: { expected: 'new', actual: 'newer' } },
  ),
  row(
    'in another container',
    {},
    {
      ...nothing,
      elsewhere: { because: { id: 'file.other-container', values: { file: 'new', other: 'db', name: 'web' } } },
    },
    'file.other-container',
    { attempt: true },
  ),
  row(
    'no such Pod',
    { ...inPod, exists: false },
    { subjects: [], nowhere: { because: { id: 'kube.no-pod', values: { name: 'web' } }, attempt: false } },
    'kube.no-pod',
    { attempt: false },
  ),
  row(
    'nobody is there to see it',
    { ...inPod, exists: false },
    { subjects: [], nowhere: { because: { id: 'file.unseen', values: { name: 'web/main' } }, attempt: false } },
    'file.unseen',
    { attempt: false },
  ),
];
