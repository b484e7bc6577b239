import type { Judgement } from '../../runner/api.ts';
import type { FileParams } from './check.ts';
import type { Evidence, Seen } from './evidence.ts';

const wanted: FileParams = { in: 'web', name: 'new', exists: true, kind: 'file' };
const nothing: Evidence = { container: 'web', seen: [], others: [] };
const seen = (more: Partial<Seen> = {}): Evidence => ({ ...nothing, seen: [{ path: '/new', kind: 'file', ...more }] });

export const judgements: readonly Judgement<FileParams, Evidence>[] = [
  { what: 'nothing yet', params: wanted, evidence: nothing, status: 'pending', says: 'file.none', attempt: false },
  { what: 'it is there', params: wanted, evidence: seen(), status: 'passed', says: 'file.there' },
  {
    ...{ what: 'a directory', params: wanted, status: 'pending', says: 'file.kind', attempt: true },
    evidence: seen({ kind: 'directory' }),
  },
  {
    ...{ what: 'a link', params: wanted, status: 'pending', says: 'file.kind' },
    evidence: seen({ kind: 'symlink', target: '/etc/passwd' }),
  },
  {
    ...{ what: 'a directory beside it', params: wanted, status: 'passed', says: 'file.there' },
    evidence: {
      ...nothing,
      seen: [
        { path: '/a/new', kind: 'directory' },
        { path: '/new', kind: 'file' },
      ],
    },
  },
  {
    ...{ what: 'a name that is near', params: wanted, status: 'pending', says: 'file.other-name' },
    evidence: { ...nothing, others: ['/newer'] },
    mismatch: { expected: 'new', actual: 'newer' },
  },
  {
    ...{ what: 'in another container', params: wanted, status: 'pending', says: 'file.other-container' },
    evidence: { ...nothing, elsewhere: 'db' },
  },
  {
    ...{ what: 'on the machine', params: wanted, status: 'pending', says: 'file.on-machine' },
    evidence: { ...nothing, onMachine: { path: '/root/new', beside: false } },
  },
  {
    ...{ what: 'by a redirection of the machine', params: wanted, status: 'pending', says: 'file.redirected' },
    evidence: { ...nothing, onMachine: { path: '/root/new', beside: true } },
  },
  {
    ...{ what: 'it must not be there', params: { ...wanted, exists: false }, status: 'pending' },
    ...{ evidence: seen(), says: 'file.should-not', attempt: true },
  },
  {
    ...{ what: 'not even as a directory', params: { ...wanted, exists: false }, status: 'pending' },
    ...{ evidence: seen({ kind: 'directory' }), says: 'file.should-not' },
  },
  {
    ...{ what: 'it is not there', params: { ...wanted, exists: false }, status: 'passed', says: 'file.absent' },
    evidence: nothing,
  },
  {
    ...{ what: 'its mode', params: { ...wanted, mode: '0600' }, status: 'pending', says: 'file.other' },
    evidence: seen({ mode: '644' }),
    mismatch: { expected: '600', actual: '644' },
  },
  {
    ...{ what: 'its mode, with a zero before it', params: { ...wanted, mode: '0644' }, status: 'passed' },
    ...{ evidence: seen({ mode: '644' }), says: 'file.there' },
  },
  {
    ...{ what: 'its owner by number', params: { ...wanted, owner: '65534' }, status: 'passed', says: 'file.there' },
    evidence: seen({ owners: ['nobody', '65534'] }),
  },
  {
    ...{ what: 'another owner', params: { ...wanted, owner: 'root' }, status: 'pending', says: 'file.other' },
    evidence: seen({ owners: ['nobody', '65534'] }),
    mismatch: { expected: 'root', actual: 'nobody' },
  },
  {
    ...{ what: 'on the volume', params: { ...wanted, mount: '/data' }, status: 'passed', says: 'file.there' },
    evidence: seen({ path: '/data/new', mount: '/data' }),
  },
  {
    ...{ what: 'beside the volume', params: { ...wanted, mount: '/data' }, status: 'pending', says: 'file.other' },
    evidence: seen({ mount: '/' }),
  },
  {
    ...{ what: 'what stands in it', params: { ...wanted, equals: 'hello' }, status: 'passed', says: 'file.there' },
    evidence: seen({ content: 'hello\n' }),
  },
  {
    ...{
      what: 'something else in it',
      params: { ...wanted, equals: 'hello' },
      status: 'pending',
      says: 'file.content',
    },
    evidence: seen({ content: 'hallo\n' }),
    mismatch: { expected: 'hello', actual: 'hallo' },
  },
  {
    ...{ what: 'a line in it', params: { ...wanted, matches: '^two$' }, status: 'passed', says: 'file.there' },
    evidence: seen({ content: 'one\ntwo\n' }),
  },
  {
    ...{ what: 'no such line', params: { ...wanted, matches: '^three$' }, status: 'pending', says: 'file.unlike' },
    evidence: seen({ content: 'one\ntwo\n' }),
  },
];
