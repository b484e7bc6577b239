import type { Judgement } from '../../../runner/api.ts';
import type { DidParams } from './check.ts';
import type { Called, Evidence } from './evidence.ts';
import type { Ran } from './ran.ts';

type Row = Judgement<DidParams, Evidence>;

const nothing: Evidence = { name: 'web', state: 'running', ran: [], calls: [] };
const ps: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: ['ps', 'top'], lists: '/proc' } };
const ls: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: ['ls', 'find'], lists: 'new' } };
const list: DidParams = { all: false, outcome: 'ok', list: 'containers' };

const ran = (what: string, more: Partial<Ran> = {}): Evidence => ({
  ...nothing,
  ran: [{ what, names: [what.split(' ')[0] ?? ''], at: 5, exit: 0, listed: [], ...more }],
});

const called = (call: string, more: Partial<Called> = {}): Evidence => ({
  ...nothing,
  calls: [{ call, kind: 'container', outcome: 'ok', at: 5, name: 'web', here: true, ...more }],
});

const not = (error: string) => ran('pss -ef', { exit: 126, error });

const inside: readonly Row[] = [
  { what: 'nothing yet', params: ps, evidence: nothing, status: 'pending', says: 'exec.none', attempt: false },
  {
    ...{ what: 'it ran and looked', params: ps, status: 'passed', says: 'exec.done' },
    evidence: ran('ps -ef', { has: true, listed: ['/proc'] }),
  },
  {
    ...{ what: 'it ran and looked at nothing', params: ps, status: 'pending', says: 'exec.showed-nothing' },
    evidence: ran('ps --help', { has: false }),
    attempt: true,
  },
  {
    ...{ what: 'it failed after it had looked', params: ps, status: 'pending', says: 'exec.failed' },
    evidence: ran('ps -ef', { has: true, exit: 1 }),
  },
  {
    ...{ what: 'it goes on and has looked', params: ps, status: 'passed', says: 'exec.done' },
    evidence: {
      ...nothing,
      ran: [{ what: 'top', names: ['top'], at: 5, running: true, listed: ['/proc'], has: true }],
    },
  },
  {
    ...{ what: 'another program', params: ps, status: 'pending', says: 'exec.other' },
    evidence: ran('ls /', { has: false }),
  },
  {
    ...{ what: 'a program that is none', params: ps, status: 'pending', says: 'exec.no-program' },
    evidence: not('OCI runtime exec failed: exec: "pss": executable file not found in $PATH: unknown'),
  },
  {
    ...{ what: 'quotes around all of it', params: ps, status: 'pending', says: 'exec.quoted' },
    evidence: not('OCI runtime exec failed: exec: "ps -ef": executable file not found in $PATH: unknown'),
  },
  {
    ...{ what: 'a directory', params: ps, status: 'pending', says: 'exec.directory' },
    evidence: not('OCI runtime exec failed: exec: "/etc": is a directory: unknown: permission denied'),
  },
  {
    ...{ what: 'a file that may not be run', params: ps, status: 'pending', says: 'exec.no-permission' },
    evidence: not('OCI runtime exec failed: exec: "/etc/passwd": permission denied: unknown'),
  },
  {
    ...{ what: 'a folder that is none', params: ps, status: 'pending', says: 'exec.no-folder' },
    evidence: not('exec failed: chdir to cwd ("/nosuch") set in config.json failed: no such file or directory'),
  },
  {
    ...{ what: 'a user that is none', params: ps, status: 'pending', says: 'exec.no-user' },
    evidence: not('unable to find user nosuch: no matching entries in passwd file'),
  },
  {
    ...{ what: 'told to its client alone', params: ps, status: 'pending', says: 'exec.told-client' },
    evidence: not(''),
  },
  {
    ...{ what: 'in another container', params: ps, status: 'pending', says: 'exec.elsewhere' },
    evidence: ran('ps', { elsewhere: 'db' }),
  },
  {
    ...{ what: 'on the machine', params: ps, status: 'pending', says: 'exec.on-machine' },
    evidence: { ...nothing, onMachine: { line: 'ps -ef', at: 5 } },
  },
  {
    ...{ what: 'in one that has stopped', params: ps, status: 'pending', says: 'exec.not-running' },
    evidence: { ...nothing, state: 'exited' },
  },
  {
    ...{ what: 'what was missed is nobody’s miss', params: ps, status: 'errored', says: 'exec.blind' },
    evidence: { ...ran('sh', { has: false }), missed: 'ended' },
  },
  {
    ...{ what: 'nothing was missed where nothing was tried', params: ps, status: 'pending', says: 'exec.none' },
    evidence: { ...nothing, missed: 'fanotify_init: Operation not permitted' },
  },
];

const files: readonly Row[] = [
  {
    ...{ what: 'it listed the file', params: ls, status: 'passed', says: 'exec.done' },
    evidence: ran('ls /', { has: true, listed: ['/'] }),
  },
  {
    ...{ what: 'it listed the file and stumbled over another', params: ls, status: 'passed', says: 'exec.done' },
    evidence: ran('find / -name new', { has: true, exit: 1, listed: ['/', '/etc'] }),
  },
  {
    ...{ what: 'it listed another folder', params: ls, status: 'pending', says: 'exec.showed-other' },
    evidence: ran('ls /etc', { has: false, listed: ['/etc'] }),
  },
  {
    ...{ what: 'what was run to make it is no miss', params: ls, status: 'pending', says: 'exec.none' },
    evidence: ran('touch new', { has: false }),
    attempt: false,
  },
  {
    ...{ what: 'changes that show it', params: { ...ls, call: 'changes', of: 'web' }, status: 'passed' },
    ...{ evidence: called('changes', { has: true }), says: 'did.called' },
  },
  {
    ...{ what: 'changes before it was there', params: { ...ls, call: 'changes', of: 'web' }, status: 'pending' },
    ...{ evidence: called('changes', { has: false }), says: 'exec.none' },
  },
];

const lists: readonly Row[] = [
  {
    ...{ what: 'all of them', params: list, status: 'passed', says: 'listed.done' },
    evidence: called('list', { shows: 2, lacks: 0 }),
  },
  {
    ...{ what: 'the last one', params: list, status: 'pending', says: 'listed.part' },
    evidence: called('list', { shows: 1, lacks: 1 }),
    attempt: true,
  },
  {
    ...{ what: 'refused', params: list, status: 'pending', says: 'listed.refused' },
    evidence: called('list', { outcome: 'refused', status: 400 }),
  },
  {
    ...{ what: 'images', params: list, status: 'pending', says: 'listed.other' },
    evidence: called('list', { kind: 'image' }),
  },
  {
    ...{ what: 'one of them', params: list, status: 'pending', says: 'listed.one' },
    evidence: called('inspect'),
  },
];

const kill: DidParams = { all: false, outcome: 'ok', call: 'kill', of: 'web' };
const calls: readonly Row[] = [
  { what: 'a call', params: kill, evidence: called('kill'), status: 'passed', says: 'did.called' },
  {
    ...{ what: 'a call that was refused', params: kill, status: 'pending', says: 'did.refused' },
    evidence: called('kill', { outcome: 'refused' }),
  },
  {
    ...{ what: 'a refusal that is asked for', params: { ...kill, outcome: 'refused' }, status: 'passed' },
    ...{ evidence: called('kill', { outcome: 'refused' }), says: 'did.called' },
  },
  {
    ...{ what: 'a call about another one', params: kill, status: 'pending', says: 'did.other' },
    evidence: called('kill', { here: false, name: 'db' }),
  },
  { what: 'no call yet', params: kill, evidence: nothing, status: 'pending', says: 'did.none' },
];

export const judgements: readonly Row[] = [...inside, ...files, ...lists, ...calls];
