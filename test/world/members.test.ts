import { expect, test } from 'vitest';
import { membersOf } from '../../runner/world/docker/members.ts';
import type { ExecTime } from '../../runner/world/docker/model.ts';
import type { HostProcess } from '../../runner/world/host/model.ts';

const id = 'a'.repeat(64);
const began = 1_000_000;

/** A container's process, by what tells whether it is its own. */
const process = (pid: number, parent: number, more: Partial<HostProcess> = {}): HostProcess => ({
  ...{ pid, parent, session: 100, container: id, uid: 0, age: 5000, startedAt: began + pid, startTicks: pid },
  ...{ insidePid: pid, name: 'sleep', args: ['sleep', '1'], foreground: false },
  namespaces: { pid: '1', net: '1', mnt: '1' },
  ...more,
});

/** Processes of the machine: its first one, a shim, and the learner's shell. */
const machine = [
  process(1, 0, { session: 1, container: '' }),
  process(90, 1, { session: 90, container: '' }),
  process(50, 1, { session: 50, container: '' }),
].map(({ container: _, ...each }): HostProcess => each);
/** What the first process has from whoever started it, and what one has that was let in by nsenter(1). */
const its = { session: 1, bounding: '00000000a80425fb', filtered: true };
const led = { ...its, session: 0 };
const first = process(100, 90, { inherited: its });

/** An exec between these times, in ms after the container began. */
const exec = (at: number, endedAt?: number): ExecTime => ({
  ...{ container: id, at: began + at },
  ...(endedAt !== undefined && { endedAt: began + endedAt }),
});

test.each<[string, readonly HostProcess[], readonly ExecTime[], readonly number[]]>([
  ['its first process', [], [], [100]],
  [
    'one that was let in from the learner’s shell, which lives, once what let it in has ended',
    [process(300, 100, { session: 50 })],
    [],
    [100],
  ],
  ['one that was let in from a shell that has ended', [process(300, 100, { session: 60, inherited: led })], [], [100]],
  [
    'one that was let in, and has begun a session of its own: it has no filter',
    [process(300, 100, { session: 300, inherited: { ...its, session: 300, filtered: false } })],
    [],
    [100],
  ],
  [
    'one that was let in, and has begun a session of its own: it may do more',
    [process(300, 100, { session: 300, inherited: { ...its, session: 300, bounding: '000001ffffffffff' } })],
    [],
    [100],
  ],
  [
    'a daemon of the first process, which may do less',
    [process(300, 100, { session: 300, inherited: { ...its, session: 300, bounding: '0000000000000000' } })],
    [],
    [100, 300],
  ],
  ['its children and theirs', [process(110, 100), process(111, 110)], [], [100, 110, 111]],
  ['a child whose parent has ended: the first one has adopted it', [process(112, 100)], [exec(0, 500)], [100, 112]],
  ['an exec, which lives', [process(120, 90, { session: 120 })], [exec(15)], [100]],
  [
    'children of an exec that lives',
    [process(120, 90, { session: 120 }), process(121, 120, { session: 120 })],
    [exec(15)],
    [100],
  ],
  ['a child of an exec that has ended', [process(121, 100, { session: 120 })], [exec(115, 125)], [100]],
  [
    'what a child of an exec has started once that had ended',
    [process(400, 100, { session: 120 })],
    [{ ...exec(115, 125), pid: 120 }],
    [100],
  ],
  ['one that has left the session of its exec', [process(121, 100, { session: 121 })], [exec(115, 125)], [100]],
  [
    'what such a one has started',
    [process(121, 100, { session: 121 }), process(140, 121, { session: 121 })],
    [exec(115, 125)],
    [100],
  ],
  ['a daemon of the first process', [process(110, 100, { session: 110 })], [exec(200, 300)], [100, 110]],
  [
    'a daemon that an exec may have brought in, of which nothing is known yet',
    [process(110, 100, { session: 110, age: 10 })],
    [],
    [100],
  ],
  ['a daemon whose leader has ended', [process(111, 100, { session: 110 })], [exec(200, 300)], [100, 111]],
  [
    'what a daemon has started',
    [process(110, 100, { session: 110 }), process(250, 110, { session: 250 })],
    [exec(200, 300)],
    [100, 110, 250],
  ],
  [
    'an adopted child of a daemon, while that lives',
    [process(110, 100, { session: 110 }), process(250, 100, { session: 110 })],
    [exec(200, 300)],
    [100, 110, 250],
  ],
  [
    'a daemon, while something is executed elsewhere',
    [process(110, 100, { session: 110 })],
    [{ ...exec(0), container: 'b' }],
    [100, 110],
  ],
  [
    'one that has joined its PID namespace',
    [
      process(130, 50, { session: 50, container: 'b'.repeat(64) }),
      process(131, 100, { session: 130, container: 'b'.repeat(64) }),
    ],
    [],
    [100],
  ],
  [
    'one that has joined from the machine, and was adopted',
    [{ ...machine[2], ...process(132, 100) }].map(({ container: _, ...each }) => each),
    [],
    [100],
  ],
  ['a stranger in its control group', [process(133, 50, { session: 50 })], [], [100]],
  [
    'an orphan where the PID namespace is the machine’s: the shim has adopted it, its session tells',
    [process(110, 90)],
    [],
    [100, 110],
  ],
  [
    'a table that was read while it changed',
    [process(110, 111, { session: 5 }), process(111, 110, { session: 5 })],
    [],
    [100],
  ],
])('%s', (_, more, execs, expected) => {
  const processes = [...machine, first, ...more];
  expect(membersOf(processes, { id, pid: 100 }, execs).map(({ pid }) => pid)).toEqual(expected);
});

test('where containers share a PID namespace, its first process adopts what has become of a daemon', () => {
  const daemon = process(110, 80, { session: 110 });
  const pids = (adopter: number, ...execs: Parameters<typeof membersOf>[2]) =>
    membersOf([first, daemon], { id, adopter }, execs).map(({ pid }) => pid);
  expect(pids(80)).toEqual([100, 110]);
  expect(pids(80, exec(110))).toEqual([100]);
  expect(pids(81)).toEqual([100]);
});

test('a first process is known before the engine has told its PID', () => {
  const pids = (processes: readonly HostProcess[]) => membersOf(processes, { id }, []).map(({ pid }) => pid);
  expect(pids([...machine, process(120, 90, { session: 120 }), first])).toEqual([100]);
  expect(pids([...machine, { ...first, name: 'runc:[2:INIT]', args: ['runc', 'init'] }])).toEqual([]);
});

test('a container that does not run has none', () => {
  expect(membersOf(machine, { id }, [])).toEqual([]);
  expect(membersOf(machine, { id, pid: 100 }, [])).toEqual([]);
});
