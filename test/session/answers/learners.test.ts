import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcomeOf, type Question } from './table.ts';

const inits = ['systemd', 'dockerd', 'containerd', 'bash', 'dtach', 'ps', '1', '0'];
const shims = ['containerd', 'containerd-shim-runc-v2', 'containerd-shim', 'dockerd', 'systemd', '1'];
const errors = ['No such file or directory', 'Operation not permitted'];
const settings = ['auto', '65', '80', '768', '512'];

/** The questions of the two labs, with values that they may have had in one run. */
const questions: Readonly<Record<string, Question>> = {
  sleep: { kind: 'pid', expected: ['198'], near: ['171', '210', '11111', '1'], about: ['sleep 11111'] },
  inside: { kind: 'pid', expected: ['1'], near: ['198', '210', '0', '11111', '22222'], about: ['sleep'] },
  host: { kind: 'program', expected: ['init'], near: inits },
  parent: {
    kind: 'program',
    expected: ['containerd-shim-runc-v2', 'containerd-shim'],
    near: ['containerd', 'dockerd', 'docker', 'runc', 'init', 'bash', 'sleep', '171'],
    about: ['sleep 11111'],
  },
  grand: { kind: 'program', expected: ['init'], near: shims },
  ip: {
    kind: 'address',
    expected: ['172.17.0.2'],
    near: ['127.0.0.1', '172.17.0.1', '172.17.0.0', '172.17.255.255', '172.17.0.3'],
    about: ['sleep 11111'],
  },
  pause: { kind: 'program', expected: ['pause'], near: ['nginx', 'nginx: master process', 'sh', 'ps', 'init', '1'] },
  conn: {
    ...{ kind: 'number', column: 'worker_connections', expected: ['1024'] },
    ...{ near: settings, about: ['worker_connections'] },
  },
  yn: { kind: 'yes-no', expected: ['yes', 'y', 'はい'], near: ['no', 'いいえ'], about: ['lean'] },
  err: {
    kind: 'text',
    expected: ['Permission denied', 'EACCES'],
    near: ['No such process', ...errors],
    about: ['lean', 'root'],
  },
  kill: {
    kind: 'text',
    expected: ['No such process', 'ESRCH'],
    near: ['Permission denied', ...errors],
    about: ['alone', 'kill -HUP 888'],
  },
  master: {
    kind: 'program',
    expected: ['nginx', 'nginx: master process', 'nginx: master', 'master'],
    near: ['pause', 'sh', 'nginx: worker process'],
    about: ['nginx', 'alone'],
  },
  node: { kind: 'pid', expected: ['11651'], near: ['7', '11600', '11660', '27715', '1'] },
  path: { kind: 'path', expected: ['/etc/nginx/nginx.conf'] },
  name: { kind: 'name', expected: ['naughty_hopper'] },
};

const rows = readFileSync(join(import.meta.dirname, 'learners.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, sign, given] = /^(\w+) ([+-]) (.*)$/.exec(line) ?? [];
    return name && sign && given !== undefined ? [[name, sign, given] as const] : [];
  });

test.each(rows)('%s %s %s', (name, sign, given) => {
  const question = questions[name] ?? expect.fail();
  expect(outcomeOf(question, given.replaceAll('⏎', '\n')) === 'right').toBe(sign === '+');
});

test('no line of the table is left out', () => {
  expect(rows.length).toBeGreaterThan(300);
});
