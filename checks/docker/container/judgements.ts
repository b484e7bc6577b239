import type { Judgement } from '../../../runner/api.ts';
import type { Observation } from '../../kit/judge.ts';
import type { Subject } from '../../kit/subject.ts';
import type { Attempt } from './source.ts';

type Params = { readonly image: string; readonly args: string };

const params: Params = { image: 'linux', args: 'sleep 11111' };

const right: Attempt = {
  ...{ runs: true, ofImage: true, state: 'running', foreground: false },
  ...{ command: ['sleep', '11111'], image: 'linux', starts: false, brought: false },
};

const container = (is: Partial<Attempt> = {}, more: Partial<Subject> = {}): Subject => ({
  ...{ id: 'a'.repeat(64), name: 'brave_hopper', fresh: true, at: 10 },
  ...more,
  is: { ...right, ...is },
});

const other: Partial<Attempt> = { runs: false, command: ['sleep', '1111'] };
const failed = (error: string, command: readonly string[], exitCode = 127): Partial<Attempt> => ({
  ...{ runs: false, command: [...command], state: 'created', exitCode },
  error: `failed to create task for container: failed to create shim task: OCI runtime create failed: ${error}: unknown`,
});
const init = 'runc create failed: unable to start container process: ';

type Row = Judgement<Params, Observation>;
const row = (what: string, is: Partial<Attempt>, says: string, more: Partial<Row> = {}): Row => ({
  ...{ what, params, evidence: { subjects: [container(is)] }, status: 'pending', says, attempt: true },
  ...more,
});

export const judgements: readonly Row[] = [
  row('the right one', {}, 'container.runs', { status: 'passed', attempt: false }),
  row('extra ones beside it', {}, 'container.runs', {
    evidence: { subjects: [container(other, { at: 20 }), container({}), container(other)] },
    status: 'passed',
    attempt: false,
  }),
  row('twice the same', {}, 'container.run', {
    evidence: { subjects: [container({}, { at: 20 }), container({}, { name: 'calm_curie' })] },
    status: 'passed',
    attempt: false,
  }),
  row('the right one, and another step’s', {}, 'container.runs', {
    evidence: { subjects: [container({}, { at: 20, taken: true }), container({}, { name: 'calm_curie' })] },
    status: 'passed',
    attempt: false,
  }),
  { what: 'nothing', params, evidence: { subjects: [] }, status: 'pending', says: 'container.none', attempt: false },
  {
    ...{ what: 'one from before the step opened, quite another', params, status: 'pending', says: 'container.none' },
    ...{ evidence: { subjects: [container(other, { fresh: false })] }, attempt: false },
  },
  {
    ...{ what: 'one that is half made', params, status: 'pending', says: 'container.none', attempt: false },
    evidence: { subjects: [container({ state: 'created' }, { going: true })] },
  },
  row('another program that calls itself so', { ...other, disguise: 'cat' }, 'container.disguised', {
    mismatch: { expected: 'sleep', actual: 'cat' },
  }),
  row('another file in the place of the program', { ...other, disguise: '/usr/bin/sleep' }, 'container.replaced', {
    mismatch: { expected: 'sleep', actual: '/usr/bin/sleep' },
  }),
  row('other arguments', other, 'container.other-args', {
    mismatch: { expected: 'sleep 11111', actual: 'sleep 1111' },
  }),
  row('arguments that were put in quotes', { runs: false, command: ['sleep 11111'] }, 'container.other-args', {
    mismatch: { expected: 'sleep 11111', actual: '"sleep 11111"' },
  }),
  row(
    'the right ones, brought in by an exec',
    { runs: false, brought: true, command: ['tail'] },
    'container.other-args',
  ),
  row(
    'a program that is not there',
    failed(`${init}exec: "slep": executable file not found in $PATH`, ['slep', '11111']),
    'container.not-found',
  ),
  row(
    'a path that is not there',
    failed(`${init}exec: "/bin/slep": stat /bin/slep: no such file or directory`, ['/bin/slep']),
    'container.not-found',
  ),
  row(
    'a line in quotes',
    failed(`${init}exec: "sleep 11111": executable file not found in $PATH`, ['sleep 11111']),
    'container.quoted',
  ),
  row(
    'a directory',
    failed(`${init}exec: "/etc": is a directory: unknown: permission denied`, ['/etc'], 126),
    'container.is-directory',
  ),
  row(
    'a file that is no program',
    failed(`${init}exec: "/etc/passwd": permission denied`, ['/etc/passwd'], 126),
    'container.not-executable',
  ),
  row(
    'a user that is none',
    { state: 'created', exitCode: 128, error: 'unable to find user me: no matching entries in passwd file' },
    'container.no-user',
  ),
  row(
    'a group that is none',
    { state: 'created', exitCode: 128, error: 'unable to find group us: no matching entries in group file' },
    'container.no-group',
  ),
  row(
    'a network that is none',
    { state: 'created', exitCode: 128, error: 'network nosuch not found' },
    'container.no-network',
  ),
  row(
    'a port that another container has',
    {
      state: 'created',
      exitCode: 128,
      error:
        'driver failed programming external connectivity on endpoint a (b): Bind for 0.0.0.0:8081 failed: port is already allocated',
    },
    'container.port-taken',
  ),
  row(
    'a port that a program has',
    {
      state: 'created',
      exitCode: 128,
      error:
        'driver failed programming external connectivity on endpoint a (b): Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use',
    },
    'container.port-taken',
  ),
  row(
    'a file mounted on a directory',
    failed(
      `${init}error during container init: error mounting "/root/x" to rootfs at "/etc": mount /root/x:/etc (via /proc/self/fd/6), flags: 0x5000: not a directory`,
      ['sleep', '11111'],
    ),
    'container.mount',
  ),
  row(
    'what nobody foresaw, of the learner’s own words',
    { state: 'created', exitCode: 128, error: 'could not select device driver "" with capabilities: [[gpu]]' },
    'container.failed',
  ),
  row(
    'a sysctl that is none',
    failed(`${init}error during container init: open /proc/sys/net/nosuch: no such file or directory`, [
      'sleep',
      '11111',
    ]),
    'container.failed',
  ),
  row(
    'a machine without runc',
    failed(
      'unable to retrieve OCI runtime error (open /var/run/log.json: no such file or directory): exec: "runc": executable file not found in $PATH',
      ['sleep', '11111'],
    ),
    'container.engine-failed',
    { status: 'errored', attempt: false },
  ),
  row(
    'a machine without its shim',
    {
      runs: true,
      state: 'created',
      exitCode: 127,
      error:
        'failed to create task for container: failed to start shim: start failed: : fork/exec /usr/bin/containerd-shim-runc-v2: no such file or directory: unknown',
    },
    'container.engine-failed',
    { status: 'errored', attempt: false },
  ),
  row(
    'a disk that is full',
    { state: 'created', exitCode: 128, error: 'mkdir /var/lib/docker/containers/a: no space left on device' },
    'container.engine-failed',
    { status: 'errored', attempt: false },
  ),
  row(
    'a shell that finds no program',
    { runs: false, command: ['sh', '-c', 'slep 11111'], state: 'exited', exitCode: 127 },
    'container.no-program',
  ),
  row(
    'a shell that is given one word',
    { runs: false, command: ['sh', '-c', "'sleep 11111'"], state: 'exited', exitCode: 127 },
    'container.no-program',
  ),
  row(
    'a shell that may not run it',
    { runs: false, command: ['sh', '-c', '/etc/passwd'], state: 'exited', exitCode: 126 },
    'container.no-execution',
  ),
  row('other arguments, created only', { ...other, state: 'created' }, 'container.other-args-created'),
  row(
    'a shell’s line that may come to it, created only',
    { runs: false, state: 'created', command: ['sh', '-c', 'sleep 11111 & wait'] },
    'container.created',
  ),
  row('other arguments, paused', { ...other, state: 'paused' }, 'container.other-args'),
  row('other arguments, ended', { ...other, state: 'exited', exitCode: 1 }, 'container.other-args-ended'),
  row('created only', { state: 'created' }, 'container.created'),
  row('paused', { state: 'paused' }, 'container.paused'),
  row('ended', { state: 'exited', exitCode: 137 }, 'container.exited'),
  row('ending again and again', { state: 'restarting', exitCode: 1 }, 'container.restarting'),
  row('another image', { ofImage: false, image: 'nginx' }, 'container.other-image', {
    mismatch: { expected: 'linux', actual: 'nginx' },
  }),
  row('another image that was given the name', { ofImage: false }, 'container.namesake'),
  row('in the foreground', { foreground: true }, 'container.foreground'),
  row('still being made', { runs: false, starts: true }, 'container.starts', { attempt: false }),
];
