import { expect, test } from 'vitest';
import { type ExecSeen, isEarly, type OpenedBy } from '../../runner/world/kubernetes/witnessed.ts';

const by: OpenedBy = { at: 5_000, pid: 70, origin: 70, program: '' };
const exec = (more: Partial<ExecSeen>): ExecSeen => ({ id: 'x', container: 'c', added: 4_000, ...more });

test.each<[string, Partial<OpenedBy>, readonly ExecSeen[], number, boolean]>([
  ['whose container was seen', { container: 'c' }, [], 0, false],
  ['who was seen on the node', { space: '4026531841' }, [], 0, false],
  ['whom the runtime has told of', {}, [exec({ pid: 70 })], 0, false],
  ['of whom the runtime has told nothing yet', {}, [exec({ pid: 71 })], 0, true],
  ['after whom an exec has ended', {}, [exec({ pid: 71, ended: { at: 5_001, code: 0 } })], 0, false],
  ['after whom an exec was asked for', {}, [exec({ added: 5_001 })], 0, false],
  ['who was there long ago', {}, [], 5_000, false],
])('one who has ended, %s', (_, more, execs, past, expected) => {
  expect(isEarly({ ...by, ...more }, execs, past)).toBe(expected);
});
