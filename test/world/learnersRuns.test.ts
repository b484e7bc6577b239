import { expect, test } from 'vitest';
import { learnersRuns, type Opened } from '../../runner/world/docker/learnersRuns.ts';
import type { Exec } from '../../runner/world/docker/model.ts';

const opened: Opened = {
  ...{ container: 'a', program: '/usr/bin/ls', pid: 22, session: 0, by: 'unknown', at: 1_500, listed: [] },
};
const exec = (id: string, more: Partial<Exec> = {}): Exec => ({
  ...{ id, container: 'a', args: ['sh', '-c', 'ls'], pid: 21, at: 1_000, endedAt: 1_600, asked: true },
  ...more,
});
const execOf = (...execs: readonly Exec[]) =>
  learnersRuns([opened], { execs, calls: [], container: undefined }).map((each) => each.exec ?? 'one of several');

test('what had ended before it could be looked at came by the one exec that ran then', () => {
  expect(execOf(exec('first'))).toEqual(['first']);
  expect(execOf(exec('first'), exec('earlier', { at: 1, endedAt: 2 }))).toEqual(['first']);
  expect(execOf(exec('first'), exec('other', { pid: 31 }))).toEqual(['one of several']);
  expect(execOf(exec('first'), exec('a health check', { pid: 31, asked: false }))).toEqual([]);
  expect(execOf()).toEqual([]);
});
