import type { Observation } from '../../kit/judge.ts';
import type { DidParams } from './check.ts';
import type { Deed } from './deed.ts';
import { judgements as ofCalls } from './judgementsOfCalls.ts';
import { called, list, ls, nothing, ps, type Row, ran, row, typed, unknown } from './rows.ts';

const not = (error: string) => ran('pss -ef', { exit: 126, error });

const inside: readonly Row[] = [
  row('nothing yet', ps, nothing, 'exec.none', { attempt: false }),
  row('it ran and looked', ps, ran('ps -ef', { has: true, listed: ['/proc'] }), 'exec.done', { status: 'passed' }),
  row('it ran and looked at nothing', ps, ran('ps --help', { has: false }), 'exec.showed-nothing', { attempt: true }),
  row('it failed after it had looked', ps, ran('ps -ef', { has: true, exit: 1 }), 'exec.failed'),
  row('it goes on and has looked', ps, unknown('top', { running: true, listed: ['/proc'], has: true }), 'exec.done', {
    status: 'passed',
  }),
  row('another program', ps, ran('ls /', { has: false }), 'exec.other'),
  row(
    'a program that is none',
    ps,
    not('OCI runtime exec failed: exec: "pss": executable file not found in $PATH: unknown'),
    'exec.no-program',
  ),
  row(
    'quotes around all of it',
    ps,
    not('OCI runtime exec failed: exec: "ps -ef": executable file not found in $PATH: unknown'),
    'exec.quoted',
  ),
  row(
    'a directory',
    ps,
    not('OCI runtime exec failed: exec: "/etc": is a directory: unknown: permission denied'),
    'exec.directory',
  ),
  row(
    'a file that may not be run',
    ps,
    not('OCI runtime exec failed: exec: "/etc/passwd": permission denied: unknown'),
    'exec.no-permission',
  ),
  row(
    'a folder that is none',
    ps,
    not('exec failed: chdir to cwd ("/nosuch") set in config.json failed: no such file or directory'),
    'exec.no-folder',
  ),
  row('a user that is none', ps, not('unable to find user nosuch: no matching entries in passwd file'), 'exec.no-user'),
  row('told to its client alone', ps, not(''), 'exec.told-client'),
  row(
    'a machine without runc',
    ps,
    not(
      'OCI runtime exec failed: unable to retrieve OCI runtime error (open log.json: no such file or directory): exec: "runc": executable file not found in $PATH: unknown',
    ),
    'exec.engine-failed',
    { status: 'errored' },
  ),
  row(
    'a program that is none in another container',
    ps,
    ran('pss', { of: 'db', here: false, error: 'exec: "pss": not found' }),
    'exec.none',
    { attempt: false },
  ),
  row('in another container', ps, ran('ps', { of: 'db', here: false }), 'exec.elsewhere'),
  row('on the machine', ps, typed('ps -ef'), 'exec.on-machine'),
  row(
    'in one that has stopped',
    ps,
    { ...nothing, obstacle: { because: { id: 'exec.not-running', values: { name: 'web' } } } },
    'exec.not-running',
  ),
  row('what was missed is nobody’s miss', ps, ran('sh', { has: false, missed: 'ended' }), 'exec.blind', {
    status: 'errored',
  }),
  row('what ran before anybody watched is nobody’s miss', ps, ran('sh', { has: false, missed: 'late' }), 'exec.late', {
    status: 'errored',
  }),
  row('nothing was missed where nothing was tried', ps, ran('ps', { of: 'db', here: false }), 'exec.elsewhere'),
];

const files: readonly Row[] = [
  row('it listed the file', ls, ran('ls /', { has: true, listed: ['/'] }), 'exec.done', { status: 'passed' }),
  row(
    'it listed the file and stumbled over another',
    ls,
    ran('find / -name new', { has: true, exit: 1, listed: ['/', '/etc'] }),
    'exec.done',
    { status: 'passed' },
  ),
  row('it listed another folder', ls, ran('ls /etc', { has: false, listed: ['/etc'] }), 'exec.showed-other'),
  row(
    'it listed the file’s folder and left the file out',
    ls,
    ran('ls -I new /', { has: false, hides: true, listed: ['/'] }),
    'exec.left-out',
    { attempt: true },
  ),
  row('what was run to make it is no miss', ls, ran('touch new', { has: false }), 'exec.none', { attempt: false }),
  row('changes that show it', { ...ls, call: 'changes', of: 'web' }, called('changes', { has: true }), 'did.called', {
    status: 'passed',
  }),
  row(
    'changes before it was there',
    { ...ls, call: 'changes', of: 'web' },
    called('changes', { has: false }),
    'exec.none',
  ),
];

const etc: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: 'ls', lists: '/etc' } };
const any: DidParams = { all: false, outcome: 'ok', exec: { in: 'web', program: 'ls' } };

const inShell: readonly Row[] = [
  row('typed in a shell inside, and it showed nothing', etc, unknown('ls', { has: false }), 'exec.showed-nothing', {
    attempt: true,
  }),
  row(
    'typed in a shell inside, and it showed another folder',
    etc,
    unknown('ls', { has: false, listed: ['/'] }),
    'exec.showed-other',
    { attempt: true },
  ),
  row(
    'typed in a shell inside, and it showed the folder',
    etc,
    unknown('ls', { has: true, listed: ['/etc'] }),
    'exec.done',
    { status: 'passed' },
  ),
  row('typed in a shell inside, where nothing need have been shown', any, unknown('ls', {}), 'exec.done', {
    status: 'passed',
  }),
  row(
    'typed in a shell inside, where it must have failed',
    { ...any, exec: { in: 'web', program: 'ls', exit: 2 } },
    unknown('ls', {}),
    'exec.none',
    { attempt: true },
  ),
];

const both = (...all: readonly Observation<Deed>[]): Observation<Deed> => ({
  ...nothing,
  subjects: all.flatMap(({ subjects }) => subjects),
});
const wrong = not('OCI runtime exec failed: exec: "pss": executable file not found in $PATH: unknown');

const several: readonly Row[] = [
  row('help, then a program that is none', ps, both(ran('ps --help', { at: 1, has: false }), wrong), 'exec.no-program'),
  row(
    'a program that is none, then help',
    ps,
    both(wrong, ran('ps --help', { at: 9, has: false })),
    'exec.showed-nothing',
  ),
  row(
    'help, then another program',
    ps,
    both(ran('ps --help', { has: false }), ran('ls', { at: 9, has: false })),
    'exec.showed-nothing',
  ),
  row(
    'in another container, then on the machine',
    ps,
    both(ran('ps', { of: 'db', here: false, at: 1 }), typed('ps')),
    'exec.on-machine',
  ),
  row('something else in another container', ps, ran('ls', { of: 'db', here: false }), 'exec.none', { attempt: false }),
  row('it goes on and has shown nothing yet', ps, unknown('top', { running: true, has: false }), 'exec.none', {
    attempt: false,
  }),
  row(
    'a part of them, then images',
    list,
    both(called('list', { shows: 1, lacks: 1 }), called('list', { kind: 'image', at: 9 })),
    'listed.other',
  ),
  row(
    'images, then processes',
    list,
    both(called('list', { kind: 'image', at: 1 }), typed('ps -ef')),
    'listed.processes',
  ),
];

export const judgements: readonly Row[] = [...inside, ...inShell, ...several, ...files, ...ofCalls];
