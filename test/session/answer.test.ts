import { expect, test } from 'vitest';
import { judgeAnswer } from '../../runner/session/judgeAnswer.ts';

const near = [{ value: 'containerd', say: 'One generation further down.' }];
const status = (given: string, ...expected: readonly string[]) => judgeAnswer({ given, expected, near }).status;

test.each([
  ['42', '42'],
  [' 42 ', '42'],
  ['`42`', '42'],
  ['４２', '42'],
  ['PID 42', '42'],
  ['pid=42', '42'],
  ['PID は 42', '42'],
  ['0042', '42'],
  ['42.', '42'],
  ['172.17.0.2', '172.17.0.2'],
  ['172.17.0.2/16', '172.17.0.2'],
  ['inet 172.17.0.2/16', '172.17.0.2'],
  ['/sbin/init', 'init'],
  ['/sbin/init -- /usr/local/sbin/start', 'init'],
  ['Init', 'init'],
  ['「init」', 'init'],
  ["cat: can't open '/proc/12/root/etc/nginx/nginx.conf': Permission denied", 'Permission denied'],
  ["sh: can't kill pid 888: No such process", 'No such process'],
  ['containerd-shim-runc-v2 -namespace moby -id 12', 'containerd-shim-runc-v2'],
])('%j is the answer %j', (given, expected) => {
  expect(status(given, expected)).toBe('passed');
});

test.each([
  ['43', '42'],
  ['4 2', '42'],
  ['420', '42'],
  ['42 43', '42'],
  ['172.17.0.22', '172.17.0.2'],
  ['172.17.0.2.2', '172.17.0.2'],
  ['cat: /etc/shadow: Permission denied', 'No such process'],
  ['initd', 'init'],
  ['not init', 'init'],
  ['', ''],
])('%j is not the answer %j', (given, expected) => {
  expect(status(given, expected)).toBe('pending');
});

test('a plausible wrong answer gets its own explanation, in whatever form it comes', () => {
  for (const given of ['containerd', '/usr/bin/containerd --config x']) {
    expect(judgeAnswer({ given, expected: ['init'], near })).toMatchObject({
      status: 'pending',
      because: { values: { text: 'One generation further down.' } },
    });
  }
});

test('a value that is right and near at once is right', () => {
  expect(judgeAnswer({ given: 'containerd', expected: ['containerd'], near }).status).toBe('passed');
});
