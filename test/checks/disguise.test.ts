import { expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { disguised } from '../../checks/kit/disguise.ts';
import type { Container } from '../../runner/world/docker/model.ts';
import type { HostProcess } from '../../runner/world/host/model.ts';
import type { World } from '../../runner/world/world.ts';
import { type Things, worldOf } from '../session/fake/machine.ts';

/** What it is called with, as the kernel has it, which file it executes where that is known, and what it runs behind another name. */
test.each<[readonly string[], string, string | undefined, string | undefined]>([
  [['sleep', '9'], 'sleep', undefined, undefined],
  [['/usr/bin/sleep', '9'], 'sleep', undefined, undefined],
  [[], 'kthreadd', undefined, undefined],
  [['-bash'], 'bash', undefined, undefined],
  [['containerd-shim-runc-v2', '-id'], 'containerd-shim', undefined, undefined],
  [['nginx: master process nginx -g daemon off;'], 'nginx', undefined, undefined],
  [['nginx: master process /usr/sbin/nginx'], 'nginx', undefined, undefined],
  [['sshd: root@pts/0'], 'sshd', undefined, undefined],
  [['php-fpm: master process'], 'php-fpm8.2', undefined, undefined],
  [['sh', '-c', 'x'], 'dash', '/usr/bin/dash', 'dash'],
  [['sh', '-c', 'x'], 'sh', '/usr/bin/dash', undefined],
  [['python3', 'x.py'], 'python3', '/usr/bin/python3.11', undefined],
  [['node', 'x.js'], 'MainThread', '/usr/bin/node', undefined],
  [['sleep', '9'], 'busybox', undefined, undefined],
  [['sleep', '9'], 'exe', '/bin/busybox', undefined],
  [['sleep', '9'], 'coreutils', '/usr/bin/coreutils', undefined],
  [['/bin/sh', '/x/run.sh', 'a'], 'run.sh', '/usr/bin/dash', undefined],
  [['/usr/bin/env', '-S', './run', 'a'], 'run', '/usr/bin/env', undefined],
  // It is just becoming what it is to be.
  [['sleep', '9'], 'bash', '/usr/bin/sleep', undefined],
  [['sleep', '9'], 'bash', '/usr/bin/sleep (deleted)', undefined],
  [['sleep', '9'], 'cat', '/usr/bin/cat', 'cat'],
  [['sleep', '9'], 'cat', undefined, 'cat'],
  [['/usr/bin/sleep', '9'], 'cat', '/usr/bin/cat (deleted)', 'cat'],
  [['sleep', '9'], 'exe', '/usr/bin/bash', 'bash'],
  [['/usr/bin/sleep', '9'], '9', '/tmp/9', '9'],
  [['nginx: master'], 'sleep', '/usr/bin/sleep', 'sleep'],
])('%j, called `%s`, of %s', (args, name, file, program) => {
  expect(disguised({ args, name }, file)).toBe(program);
});

const clock = { now: () => 0, after: () => () => undefined };
const id = 'a'.repeat(64);
const web: Container = {
  ...{ id, name: 'web', image: 'linux', imageId: 'sha256:own', command: ['bash', '-c', 'exec -a sleep cat 11111'] },
  ...{ state: 'running', attachable: false, networks: [], createdAt: 10, pid: 7 },
};
const cat: HostProcess = {
  ...{
    pid: 7,
    parent: 1,
    insidePid: 1,
    name: 'cat',
    args: ['sleep', '11111'],
    session: 7,
    startTicks: 1,
    container: id,
  },
  ...{ namespaces: { pid: '1', net: '1', mnt: '1' }, foreground: false, uid: 0, startedAt: 10, age: 5_000 },
};

const lying = {
  ...{ kind: 'symlink' as const, mode: '777', uid: 0, gid: 0, owner: '', group: '' },
  size: 0,
  mount: '/',
};

const sleep: HostProcess = { ...cat, name: 'sleep' };
/** It was started as what is asked for, and has written over its arguments. */
const written: HostProcess = { ...sleep, args: ['waits'] };
const begun: Container = { ...web, command: ['sleep', '11111'] };

type Seen = { readonly process?: HostProcess; readonly container?: Container; readonly impostor?: string };

/** What a check says where that process executes this file; `impostor`: one that is not its image's. */
async function said(
  name: string,
  params: unknown,
  file: string,
  { process = cat, container = web, impostor }: Seen = {},
) {
  const things: Things = {
    ...{ removed: [], removedPods: [], pods: [], podProcesses: [], calls: [], execs: [], commands: [] },
    ...{ containers: [container], processes: [process] },
    ...{ down: undefined, slow: 0, times: 1, answeringSince: 0, ahead: 0, script: () => ({ exitCode: 0, output: '' }) },
  };
  const { world } = worldOf(things, clock);
  const host = { ...world.host, file: async (path: string) => ({ ...lying, path, target: file }) };
  const docker = {
    ...world.docker,
    events: () => [],
    brought: () => 'sha256:own',
    impostor: async () => impostor,
    imageNamedAt: async () => 0,
  };
  const seen: World = { ...world, host, docker };
  const check = checks.find((each) => each.name === name) ?? expect.fail();
  const evidence = await check.observe(seen, params, { since: 1, signal: AbortSignal.timeout(1000) });
  return check.judge(evidence, params).because.id;
}

const asked = { image: 'linux', args: 'sleep 11111' };
const inside = { in: 'web', args: 'sleep 11111', same: {}, other: {}, where: {} };

test.each([
  ['docker/container', asked, '/usr/bin/cat', 'container.disguised'],
  ['docker/container', asked, '/usr/bin/sleep', 'container.runs'],
  ['process', inside, '/usr/bin/cat', 'process.disguised'],
  ['process', inside, '/usr/bin/sleep', 'kit.right'],
])('%s %j, where %s is executed: %s', async (name, params, file, id) => {
  expect(await said(name, params, file)).toBe(id);
});

const fake = '/usr/bin/sleep';
test.each<readonly [string, unknown, Seen, string]>([
  ['docker/container', asked, { process: sleep }, 'container.runs'],
  ['docker/container', asked, { process: sleep, impostor: fake }, 'container.replaced'],
  ['docker/container', asked, { process: written, container: begun }, 'container.runs'],
  ['docker/container', asked, { process: written, container: begun, impostor: fake }, 'container.replaced'],
  ['process', inside, { process: sleep }, 'kit.right'],
  ['process', inside, { process: sleep, impostor: fake }, 'process.replaced'],
])('%s %j, of %j: %s', async (name, params, seen, id) => {
  expect(await said(name, params, fake, seen)).toBe(id);
});

test('what `--init` puts before a program that is still to come is neither that nor another', async () => {
  const init: HostProcess = { ...sleep, name: 'docker-init', args: ['/sbin/docker-init', '--', 'sleep', '11111'] };
  expect(await said('docker/container', asked, '/sbin/docker-init', { process: init, container: begun })).toBe(
    'container.starts',
  );
});
