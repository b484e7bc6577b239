import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outcomeOf, type Question } from './table.ts';

const shims = ['containerd', 'containerd-shim-runc-v2', 'containerd-shim', 'dockerd', 'systemd', '1'];
const notParents = ['containerd', 'dockerd', 'docker', 'runc', 'init', 'bash', 'sleep', '180'];
const addresses = ['127.0.0.1', '172.17.0.1', '172.17.0.0', '172.17.255.255', '172.17.0.2', '172.17.0.3'];
const others = ['second', 'eager_kirch', '77aa2c3d4e5f', 'sleep 22222'];
const shim = ['containerd-shim-runc-v2', 'containerd-shim'];
const files = 'No such file or directory';

const sleep: Question = {
  ...{ kind: 'pid', expected: ['210'], near: ['231', '180', '1', '11111', '150'], about: ['sleep 11111'] },
};
const inside: Question = {
  ...{ kind: 'pid', expected: ['1'], near: ['210', '231', '0', '11111', '22222'], about: ['sleep'] },
};
const ip: Question = { kind: 'address', expected: ['172.17.0.2'], near: addresses, about: ['sleep 11111'] };
const parent: Question = { kind: 'program', expected: shim, near: notParents, about: ['sleep 11111'] };
const host: Question = {
  ...{
    kind: 'program',
    expected: ['init'],
    near: ['systemd', 'dockerd', 'containerd', 'bash', 'dtach', 'ps', '1', '0'],
  },
};

/** The questions of the two labs, with what their facts tell of whom they ask. */
const questions: Readonly<Record<string, Question>> = {
  sleep: { ...sleep, subject: { own: ['first'], others, programs: ['sleep'], place: 'outside' } },
  inside: { ...inside, subject: { own: ['first'], others, programs: ['sleep'], place: 'inside' } },
  host: { ...host, subject: { own: ['host'], others: [], programs: ['init'], pids: ['1'] } },
  parent: { ...parent, subject: { own: ['first'], others, programs: shim } },
  grand: {
    ...{ kind: 'program', expected: ['init'], near: shims },
    subject: { own: ['first'], others, programs: ['init'] },
  },
  ip: { ...ip, subject: { own: ['first'], others } },
  second: {
    ...{ kind: 'address', expected: ['172.17.0.3'], near: addresses, about: ['sleep 22222'] },
    subject: { own: ['second'], others: ['first', 'naughty_hopper', '8a1b2c3d4e5f', 'sleep 11111'] },
  },
  // The same where no fact tells.
  sleep0: sleep,
  inside0: inside,
  host0: host,
  parent0: parent,
  ip0: ip,
  ip2: { ...ip, expected: ['172.17.0.2', '172.18.0.2'] },
  pause: {
    ...{ kind: 'program', expected: ['pause'], near: ['nginx', 'nginx: master process', 'sh', 'ps', 'init', '1'] },
    about: ['nginx'],
    subject: { own: ['nginx'], others: ['lean', 'alone'], programs: ['pause'], pids: ['1', '3300'] },
  },
  master: {
    kind: 'program',
    expected: ['nginx', 'nginx: master process', 'nginx: master', 'master', 'マスター', 'マスタープロセス'],
    near: ['pause', 'sh', 'nginx: worker process'],
    about: ['nginx', 'alone'],
  },
  node: {
    ...{ kind: 'pid', expected: ['11651'], near: ['7', '11600', '11660', '27715', '1'] },
    subject: { own: ['nginx'], others: ['lean', 'alone'], programs: ['nginx'], place: 'outside' },
  },
  conn: {
    ...{ kind: 'number', column: 'worker_connections', expected: ['1024'], about: ['worker_connections'] },
    near: ['auto', '65', '80', '768', '512'],
  },
  num: { kind: 'number', expected: ['3'], near: ['2'] },
  yn: { kind: 'yes-no', expected: ['yes', 'y', 'はい'], near: ['no', 'いいえ'], about: ['lean'] },
  ynno: { kind: 'yes-no', expected: ['no', 'いいえ'], near: ['yes', 'はい'] },
  err: {
    ...{ kind: 'text', expected: ['Permission denied', 'EACCES'], about: ['lean', 'root'] },
    near: ['No such process', files, 'Operation not permitted'],
  },
  kill: {
    ...{ kind: 'text', expected: ['No such process', 'ESRCH'], about: ['alone', 'kill -HUP 888'] },
    near: ['Permission denied', files, 'Operation not permitted'],
  },
  path: { kind: 'path', expected: ['/etc/nginx/nginx.conf'] },
  name: { kind: 'name', expected: ['naughty_hopper'] },
  choice: { kind: 'choice', expected: ['the shim'], choices: ['the engine', 'the shim', 'the shell'] },
  text: { kind: 'text', expected: ['copy on write'] },
};

const folder = join(import.meta.dirname, 'strangers');
const rows = readdirSync(folder)
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
  .flatMap((line) => {
    const [, name, outcome, given] = /^(\w+) (\w+) (.*)$/.exec(line) ?? [];
    return name && outcome && given !== undefined ? [[name, outcome, given] as const] : [];
  });

test.each(rows)('%s %s %s', (name, outcome, given) => {
  const question = questions[name] ?? expect.fail();
  expect(outcomeOf(question, given.replaceAll('⏎', '\n').replaceAll('⇥', '\t'))).toBe(outcome);
});

test('no line of the tables is left out', () => {
  expect(rows.length).toBeGreaterThan(900);
});
