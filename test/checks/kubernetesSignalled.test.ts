import { expect, test } from 'vitest';
import { signalled } from '../../checks/kubernetes/signalled/check.ts';
import { evidenceOf, type Signals } from '../../checks/kubernetes/signalled/seen.ts';
import { killsIn } from '../../checks/kubernetes/signalled/source.ts';
import { say } from '../../runner/words/say.ts';

const params = { pod: 'nginx', container: 'nginx', process: 'nginx: master' };

const master = { pid: 700, inside: 7, start: 1000, children: ['701 1001', '702 1001'], at: 100 };

/** What a container has said is but text here; it said it long after the first look, unless a test says when. */
type Given = Omit<Partial<Signals>, 'heard'> & {
  readonly heard?: readonly string[];
  readonly heardAt?: number;
};

const evidence = ({ heard = [], heardAt = 9_000, ...more }: Given = {}): Signals => ({
  now: master,
  seen: [master],
  heard: heard.map((text) => ({ at: heardAt, text })),
  tells: true,
  kills: [],
  ...more,
});

const now = (...children: string[]) => ({ ...master, children });
const judgeSignalled = (is: Signals, given: typeof params) => signalled.judge(evidenceOf('nginx', is), given);
const said = (more: Given) => {
  const verdict = judgeSignalled(evidence(more), params);
  return `${verdict.status}: ${say('en', verdict.because)}`;
};
const kill = (signal: string, pid: number, line: string, { seen = 1, heard = 0 } = {}) => [
  { at: 1, signal, targets: [{ pid, line }], seen, heard },
];

/** The process that came after the master had ended. */
const later = { pid: 900, inside: 30, start: 9000, children: ['901 9001', '902 9001'], at: 100 };
const hup = 'signal 1 (SIGHUP) received from 25, reconfiguring';

test('as many new children of the same process pass, also while the old ones are still there', () => {
  expect(said({ now: now('710 5000', '711 5000'), heard: [hup] })).toMatch(/^passed: /);
  const both = now('701 1001', '702 1001', '710 5000', '711 5000');
  expect(said({ now: both, heard: [hup] })).toMatch(/^passed: /);
  expect(said({ now: both, tells: false })).toMatch(/^passed: /);
});

test('new children that are seen before the log tells why do not pass', () => {
  expect(said({ now: now('710 5000', '711 5000') })).toMatch(/^pending: /);
});

test('children that were leaving as the step opened are not waited for', () => {
  const leaving = { ...master, children: ['601 900', '602 900', ...master.children] };
  expect(said({ seen: [leaving], now: now('710 5000', '711 5000'), heard: [hup] })).toMatch(/^passed: /);
});

test('whoever signals it before the first look has signalled it', () => {
  const [old, fresh] = [
    ['701 1001 13', '702 1001 14'],
    ['710 1090 33', '711 1091 34'],
  ];
  const quick = (seen: string[], children: string[]) =>
    said({ seen: [{ ...master, children: seen }], now: now(...children), heard: [hup] });
  expect(quick([...old, ...fresh], fresh)).toMatch(/^passed: /);
  expect(quick([...old, ...fresh], [...old, ...fresh])).toMatch(/^passed: /);
  expect(quick(fresh, fresh)).toMatch(/^passed: /);
  expect(quick(old, old)).toMatch(/^pending: /);
  expect(quick([...old, ...fresh], [...old, '710 1090 33'])).toMatch(/^pending: /);
});

test('whoever signals it before the first look from outside of its namespace is believed', () => {
  const outside = 'signal 1 (SIGHUP) received, reconfiguring';
  const seen = (more: Given) => said({ heard: [outside], ...more });
  expect(seen({ heardAt: 90 })).toMatch(/^passed: /);
  expect(seen({ heardAt: 110 })).toMatch(/^passed: /);
  expect(seen({})).toMatch(/^pending: /);
  expect(seen({ now: now('710 5000', '711 5000') })).toMatch(/^passed: /);
  expect(seen({ heardAt: 90, heard: ['signal 1 (SIGHUP) received, ignoring'] })).toMatch(/^pending: /);
  expect(seen({ heardAt: 90, heard: ['signal 17 (SIGCHLD) received from 701'] })).toMatch(/^pending: /);
});

test('a process that has ended, and is not there again yet, has itself ended', () => {
  const { now: _, ...gone } = evidence();
  expect(judgeSignalled(gone, params).because.id).toBe('kube.signalled.ended');
  expect(judgeSignalled({ ...gone, seen: [] }, params).because.id).toBe('kube.process.none');
});

test.each<[string, Given, string]>([
  ['nothing', {}, 'No SIGHUP has reached it'],
  ['one killed child', { now: now('702 1001', '710 5000') }, '1 of 2 were replaced because they had ended'],
  [
    'all children killed, which the log tells from the signal',
    { now: now('710 5000', '711 5100'), heard: ['signal 17 (SIGCHLD) received from 701'] },
    '2 of 2 were replaced',
  ],
  ['`pause`', { kills: kill('HUP', 1, '/pause') }, 'PID 1 is `pause`'],
  ['a child', { kills: kill('HUP', 8, 'nginx: worker process') }, 'A child of `nginx: master` got the signal'],
  [
    'a child, typed where nobody sees it',
    { heard: ['signal 1 (SIGHUP) received from 9, ignoring'] },
    'A child of `nginx: master` got the signal',
  ],
  ['nobody', { kills: kill('HUP', 4242, '') }, 'no process has PID 4242'],
  ['another process', { kills: kill('HUP', 15, 'sh') }, 'PID 15 is `sh`, not `nginx: master`'],
  ['another signal', { kills: kill('USR1', 7, 'nginx: master process') }, 'got SIGUSR1'],
  [
    'a restarted container',
    {
      now: later,
      seen: [master, later],
      kills: kill('TERM', 7, '', { seen: 2 }),
    },
    'itself has ended',
  ],
  [
    'a container that was restarted before it was looked at',
    { now: later, seen: [master, later], kills: kill('TERM', 7, 'nginx: master process') },
    'it is PID 30 now',
  ],
  [
    'a container that was restarted from a shell, after a `kill` elsewhere',
    { now: later, seen: [master, later], kills: kill('HUP', 1, '/pause') },
    'it is PID 30 now',
  ],
  [
    '`pause`, after a restart',
    { now: later, seen: [master, later], kills: kill('HUP', 1, '/pause', { seen: 2 }) },
    'PID 1 is `pause`',
  ],
  [
    'the PID from before a restart',
    { now: later, seen: [master, later], kills: kill('HUP', 7, '', { seen: 2 }) },
    'no process has PID 7',
  ],
  [
    'another signal, after a restart',
    { now: later, seen: [master, later], kills: kill('USR1', 30, 'nginx: master process', { seen: 2 }) },
    'got SIGUSR1',
  ],
  [
    'a child that was killed from a shell, after a `kill` elsewhere',
    {
      now: now('702 1001', '710 5000'),
      heard: ['signal 17 (SIGCHLD) received from 701'],
      kills: kill('HUP', 1, '/pause'),
    },
    '1 of 2 were replaced',
  ],
])('tells %s from a signal that was heard', (_, more, expected) => {
  expect(said(more)).toMatch(/^pending: /);
  expect(said(more)).toContain(expected);
});

test('after a restart the new process may be signalled as well', () => {
  const state = { seen: [master, later], now: { ...later, children: ['910 9900', '911 9900'] } };
  expect(said({ ...state, heard: [hup] })).toMatch(/^passed: /);
});

test('a process that has no children yet was not signalled', () => {
  expect(said({ seen: [{ ...master, children: [] }], now: now('701 1001') })).toMatch(/^pending: /);
});

test.each([
  ['kill -HUP 7', [{ signal: 'HUP', pids: [7] }]],
  ['kill -1 7 8', [{ signal: 'HUP', pids: [7, 8] }]],
  ['sh -c kill -s SIGHUP 7; ps', [{ signal: 'HUP', pids: [7] }]],
  ['kill 7', [{ signal: 'TERM', pids: [7] }]],
  ['kill -n HUP 7', [{ signal: 'HUP', pids: [7] }]],
  ['kill -15 7', [{ signal: 'TERM', pids: [7] }]],
  ['kill -0 7', [{ signal: '0', pids: [7] }]],
  ['pkill -HUP nginx', []],
])('reads %s', (command, kills) => {
  expect(killsIn(command)).toEqual(kills);
});
