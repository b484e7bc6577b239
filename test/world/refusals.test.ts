import { expect, test } from 'vitest';
import { readRefusal, watchedBy } from '../../runner/world/kubernetes/watched.ts';

test.each([
  ['EACCES path /proc/7/root', { error: 'EACCES', path: '/proc/7/root' }],
  ['EPERM path a b', { error: 'EPERM', path: 'a b' }],
  ['EACCES path ', { error: 'EACCES', path: '' }],
  ['ESRCH kill 1 888', { error: 'ESRCH', signal: 'HUP', pid: 888 }],
  ['ESRCH kill 0 888', { error: 'ESRCH', signal: '0', pid: 888 }],
  ['EPERM kill 15 -7', { error: 'EPERM', signal: 'TERM', pid: -7 }],
])('%s', (entry, refused) => {
  expect(readRefusal(entry)).toEqual(refused);
});

test('what is watched is what is asked for', () => {
  expect(watchedBy({ refused: true })).toEqual({ kind: 'refusals' });
  expect(watchedBy({})).toEqual({ kind: 'lists' });
  expect(watchedBy({ path: '/x' })).toEqual({ kind: 'file', path: '/x' });
  expect(watchedBy({ sent: 'HUP', to: 'nginx' })).toEqual({ kind: 'signals', number: 1, to: 'nginx' });
});
