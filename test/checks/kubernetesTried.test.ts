import { expect, test } from 'vitest';
import { hasAskedNothing } from '../../checks/kubernetes/tried.ts';

test.each<[string, number, number, boolean]>([
  ['just before its end', 9_900, 1_000, false],
  ['long before its end, on a slow computer', 5_000, 1_000, false],
  ['for the command before it', 900, 1_000, true],
  ['just before its end, while another shell was at work as well', 9_900, 9_950, false],
])('a call that was made %s', (_, at, before, expected) => {
  expect(hasAskedNothing(10_000, before, [{ at }])).toBe(expected);
});

test('who has made no call has asked nothing', () => {
  expect(hasAskedNothing(10_000, 1_000, [])).toBe(true);
});
