import type { Judgement } from '../../../runner/api.ts';
import type { Evidence } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import type { DidParams } from './check.ts';
import type { Deed } from './deed.ts';

type Row = Judgement<DidParams, Evidence<Deed>>;
type More = Partial<Deed> & Pick<Partial<Subject>, 'at' | 'going'>;

const nothing: Evidence<Deed> = { subjects: [], about: 'web' };
const ps: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: ['ps', 'top'], lists: '/proc' } };
const ls: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: ['ls', 'find'], lists: 'new' } };
const list: DidParams = { all: false, outcome: 'ok', list: 'containers' };

const done = (deed: Deed, { at = 5, going, ...more }: More): Evidence<Deed> => ({
  ...nothing,
  subjects: [
    {
      ...{ id: String(at), name: 'web', fresh: true, at, is: { ...deed, ...more } },
      ...((deed.by !== 'run' || more.error !== undefined) && { over: true }),
      ...(going && { going }),
    },
  ],
});

const ran = (what: string, more: More = {}): Evidence<Deed> =>
  done({ by: 'run', what, names: [what.split(' ')[0] ?? ''], of: 'web', here: true, exit: 0, listed: [] }, more);

const called = (what: string, more: More = {}): Evidence<Deed> =>
  done({ by: 'call', what, names: [], kind: 'container', refused: false, of: 'web', here: true }, more);

const typed = (what: string): Evidence<Deed> => done({ by: 'line', what, names: [], of: '', here: true }, {});

/** A program that goes on, or was typed in a shell inside, where no exit code is known. */
const unknown = (what: string, more: More): Evidence<Deed> =>
  done({ by: 'run', what, names: [what.split(' ')[0] ?? ''], of: 'web', here: true, listed: [] }, more);

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
    evidence: unknown('top', { running: true, listed: ['/proc'], has: true }),
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
    evidence: ran('ps', { of: 'db', here: false }),
  },
  {
    ...{ what: 'on the machine', params: ps, status: 'pending', says: 'exec.on-machine' },
    evidence: typed('ps -ef'),
  },
  {
    ...{ what: 'in one that has stopped', params: ps, status: 'pending', says: 'exec.not-running' },
    evidence: { ...nothing, obstacle: { because: { id: 'exec.not-running', values: { name: 'web' } } } },
  },
  {
    ...{ what: 'what was missed is nobody’s miss', params: ps, status: 'errored', says: 'exec.blind' },
    evidence: ran('sh', { has: false, missed: 'ended' }),
  },
  {
    ...{ what: 'nothing was missed where nothing was tried', params: ps, status: 'pending', says: 'exec.elsewhere' },
    evidence: ran('ps', { of: 'db', here: false }),
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

const etc: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: 'ls', lists: '/etc' } };
const any: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: 'ls' } };

const inShell: readonly Row[] = [
  {
    ...{ what: 'typed in a shell inside, and it showed nothing', params: etc, status: 'pending' },
    ...{ evidence: unknown('ls', { has: false }), says: 'exec.showed-nothing', attempt: true },
  },
  {
    ...{ what: 'typed in a shell inside, and it showed another folder', params: etc, status: 'pending' },
    ...{ evidence: unknown('ls', { has: false, listed: ['/'] }), says: 'exec.showed-other', attempt: true },
  },
  {
    ...{ what: 'typed in a shell inside, and it showed the folder', params: etc, status: 'passed' },
    ...{ evidence: unknown('ls', { has: true, listed: ['/etc'] }), says: 'exec.done' },
  },
  {
    ...{ what: 'typed in a shell inside, where nothing need have been shown', params: any, status: 'passed' },
    ...{ evidence: unknown('ls', {}), says: 'exec.done' },
  },
  {
    ...{ what: 'typed in a shell inside, where it must have failed', status: 'pending', says: 'exec.none' },
    ...{ params: { ...any, exec: { in: 'web', program: 'ls', exit: 2 } }, evidence: unknown('ls', {}), attempt: true },
  },
];

const both = (...all: readonly Evidence<Deed>[]): Evidence<Deed> => ({
  ...nothing,
  subjects: all.flatMap(({ subjects }) => subjects),
});
const wrong = not('OCI runtime exec failed: exec: "pss": executable file not found in $PATH: unknown');

const several: readonly Row[] = [
  {
    ...{ what: 'help, then a program that is none', params: ps, status: 'pending', says: 'exec.no-program' },
    evidence: both(ran('ps --help', { at: 1, has: false }), wrong),
  },
  {
    ...{ what: 'a program that is none, then help', params: ps, status: 'pending', says: 'exec.showed-nothing' },
    evidence: both(wrong, ran('ps --help', { at: 9, has: false })),
  },
  {
    ...{ what: 'help, then another program', params: ps, status: 'pending', says: 'exec.showed-nothing' },
    evidence: both(ran('ps --help', { has: false }), ran('ls', { at: 9, has: false })),
  },
  {
    ...{ what: 'in another container, then on the machine', params: ps, status: 'pending', says: 'exec.on-machine' },
    evidence: both(ran('ps', { of: 'db', here: false, at: 1 }), typed('ps')),
  },
  {
    ...{ what: 'something else in another container', params: ps, status: 'pending', says: 'exec.none' },
    ...{ evidence: ran('ls', { of: 'db', here: false }), attempt: false },
  },
  {
    ...{ what: 'it goes on and has shown nothing yet', params: ps, status: 'pending', says: 'exec.none' },
    ...{ evidence: unknown('top', { running: true, has: false, going: true }), attempt: false },
  },
  {
    ...{ what: 'a part of them, then images', params: list, status: 'pending', says: 'listed.other' },
    evidence: both(called('list', { shows: 1, lacks: 1 }), called('list', { kind: 'image', at: 9 })),
  },
  {
    ...{ what: 'images, then processes', params: list, status: 'pending', says: 'listed.processes' },
    evidence: both(called('list', { kind: 'image', at: 1 }), typed('ps -ef')),
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
    evidence: called('list', { refused: true }),
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
    evidence: called('kill', { refused: true }),
  },
  {
    ...{ what: 'a refusal that is asked for', params: { ...kill, outcome: 'refused' }, status: 'passed' },
    ...{ evidence: called('kill', { refused: true }), says: 'did.called' },
  },
  {
    ...{ what: 'a call about another one', params: kill, status: 'pending', says: 'did.other' },
    evidence: called('kill', { here: false, of: 'db' }),
  },
  { what: 'no call yet', params: kill, evidence: nothing, status: 'pending', says: 'did.none' },
];

export const judgements: readonly Row[] = [...inside, ...inShell, ...several, ...files, ...lists, ...calls];
