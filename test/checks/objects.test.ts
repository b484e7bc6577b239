import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { object } from '../../checks/docker/object/check.ts';
import { process } from '../../checks/process/check.ts';
import { valuesIn } from '../../runner/session/facts.ts';
import { say } from '../../runner/words/say.ts';
import type { DockerWorld } from '../../runner/world/docker/model.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run, wake } from '../helpers/machine.ts';

let lab: Machine;
beforeAll(async () => {
  lab = await openMachine('objects');
  await lab.load(['linux']);
}, 60_000);
afterAll(() => lab.remove());

const signal = AbortSignal.timeout(60_000);

/** What the engine shows of a container, but that it was never ended for want of memory. */
const unaware = z
  .looseObject({ State: z.looseObject({ OOMKilled: z.boolean() }) })
  .transform((is) => ({ ...is, State: { ...is.State, OOMKilled: false } }));

const judged = async (check: typeof object, params: object, since = 0) => {
  const evidence = await check.observe(lab.world, params, { since, signal });
  const verdict = check.judge(JSON.parse(JSON.stringify(evidence)), params);
  return { evidence: JSON.stringify(evidence), said: `${verdict.status}: ${say('en', verdict.because)}`, verdict };
};

test('a container is judged by what its inspect shows, again as soon as that has changed', async () => {
  const params = { kind: 'container', name: 'web', where: { 'HostConfig.Memory': 67_108_864, 'State.Running': true } };
  expect((await judged(object, params)).said).toBe('pending: There is no container `web` yet.');
  await run(lab, 'docker run -d --name web -e TOKEN=secret --memory 32m linux sleep 1000');
  const wrong = await judged(object, params);
  expect(wrong.said).toBe(
    'pending: `HostConfig.Memory` of the container `web` is `33554432`; it should be `67108864`.',
  );
  expect(wrong.evidence).not.toContain('secret');
  const updated = wake(lab, 'docker.container.update').then(() => judged(object, params));
  await run(lab, 'docker update --memory 64m --memory-swap 64m web');
  expect((await updated).said).toBe('passed: The container `web` is as it should be.');
});

test('networks, volumes and images are known by their names', async () => {
  const network = { kind: 'network', name: 'own', where: { 'IPAM.Config[0].Subnet': '10.9.0.0/24' } };
  await run(
    lab,
    'docker network create --subnet 10.9.0.0/24 own; docker volume create --label a=b data; docker tag linux other:2',
  );
  expect((await judged(object, network)).verdict.status).toBe('passed');
  const connected = { ...network, where: { 'Containers[*].Name': { includes: 'web' } } };
  expect((await judged(object, connected)).verdict.status).toBe('pending');
  const seen = wake(lab, 'docker.network.connect').then(() => judged(object, connected));
  await run(lab, 'docker network connect own web');
  expect((await seen).verdict.status).toBe('passed');
  expect((await judged(object, { kind: 'volume', name: 'data', where: { 'Labels.a': 'b' } })).verdict.status).toBe(
    'passed',
  );
  expect((await judged(object, { kind: 'image', name: 'linux' })).verdict.status).toBe('passed');
  expect((await judged(object, { kind: 'image', name: 'other:2' })).verdict.status).toBe('passed');
  expect((await judged(object, { kind: 'image', name: 'othr:2' })).verdict.status).toBe('pending');
});

test('of one process all is known that the kernel tells', async () => {
  const name = 'limited';
  await run(
    lab,
    `docker run -d --name ${name} --user 65534 --memory 64m --cpus 0.5 --pids-limit 20 --cap-drop ALL --cap-add NET_RAW --security-opt no-new-privileges linux sh -c 'trap "" HUP; sleep 1000; :'`,
  );
  await run(lab, `until docker top ${name} | grep -q 'sleep 1000$'; do :; done`);
  const where = {
    'user.uid': 65_534,
    'capabilities.effective': { absent: true },
    'capabilities.bounding': { includes: 'NET_RAW' },
    seccomp: 'filter',
    noNewPrivileges: true,
    'signals.ignored': { includes: 'HUP' },
    'cgroup.memory.limit': 67_108_864,
    'cgroup.memory.oomKills': 0,
    'cgroup.cpu.cores': 0.5,
    'cgroup.pids.limit': 20,
    'cgroup.pids.used': { atLeast: 2 },
  };
  const asked = {
    in: name,
    args: 'sleep 1000',
    parent: 'sh',
    other: { pid: 'machine', net: 'web' },
    same: { user: 'machine' },
  };
  expect((await judged(process, { ...asked, where })).said).toBe(
    'passed: The process `sleep 1000` is as it should be.',
  );
  const more = await judged(process, { ...asked, where: { 'capabilities.bounding': { includes: 'SYS_ADMIN' } } });
  expect(more.said).toContain(
    '`capabilities.bounding` of the process `sleep 1000` is `["NET_RAW"]`; `SYS_ADMIN` should be among it.',
  );
  expect((await judged(process, { ...asked, parent: 'bash' })).verdict.status).toBe('pending');
  expect((await judged(process, { ...asked, same: { net: 'machine' } })).verdict.status).toBe('pending');
  expect((await judged(process, { args: 'sleep 1000' })).said).toBe(
    'pending: No process `sleep 1000` runs on the machine yet.',
  );
});

test('facts are read by the paths of an inspect', async () => {
  await run(
    lab,
    'docker network create --subnet 10.8.0.0/24 --gateway 10.8.0.1 facts; docker run -d --name ended linux sh -c "exit 3"; docker wait ended',
  );
  const [net] = await lab.world.docker.objects('network', 'facts');
  const [ended] = await lab.world.docker.objects('container', 'ended');
  const facts = {
    net: { kind: 'object', of: 'network', id: net?.id ?? '', name: 'facts' },
    ended: { kind: 'container', id: ended?.id ?? '' },
  } as const;
  const texts = [
    '${net}',
    '${net.IPAM.Config[0].Gateway}',
    '${net.Nothing}',
    '${ended.State.ExitCode}',
    '${ended.Config.Cmd}',
  ];
  expect([...(await valuesIn(texts, facts, lab.world))]).toEqual([
    ['${net}', 'facts'],
    ['${net.IPAM.Config[0].Gateway}', '10.8.0.1'],
    ['${ended.State.ExitCode}', '3'],
    ['${ended.Config.Cmd}', 'sh'],
  ]);
});

test('who was ended for want of memory is known though the engine has missed it', async () => {
  const params = { kind: 'container', name: 'hungry', where: { 'State.OOMKilled': true } };
  await run(lab, 'docker run --name hungry --memory 20m --memory-swap 20m linux tail /dev/zero');
  // An engine that has missed it: one time in ten it does.
  const docker: DockerWorld = {
    ...lab.world.docker,
    objects: async (...asked) =>
      (await lab.world.docker.objects(...asked)).map((each) => ({ ...each, is: unaware.parse(each.is) })),
  };
  const judgedSo = async () =>
    object.judge(await object.observe({ ...lab.world, docker }, params, { since: 0, signal }), params);
  expect((await judgedSo()).status).toBe('passed');
  const killed = { kind: 'container', name: 'ended', where: { 'State.OOMKilled': true } };
  await run(lab, 'docker run -d --name ended --memory 20m linux sleep 1000; docker kill ended');
  expect((await judged(object, killed)).verdict.status).toBe('pending');
}, 30_000);

test('what the engine refused to make is told as that', async () => {
  const bad = { kind: 'network', name: 'bad' };
  const refused = wake(lab, 'docker.api');
  await run(lab, 'docker network create --subnet 172.17.0.0/16 bad');
  await refused;
  expect((await judged(object, bad)).said).toContain('The engine made no network of your last `docker network create`');
  const made = wake(lab, 'docker.network.create').then(() => judged(object, bad));
  await run(lab, 'docker network create bad');
  expect((await made).verdict.status).toBe('passed');
  const huge = { kind: 'container', name: 'huge', where: { 'HostConfig.NanoCpus': 1 } };
  const gone = wake(lab, 'docker.container.destroy');
  await run(lab, 'docker run -d --name huge linux sleep 1000; docker rm -f huge');
  await gone;
  const told = wake(lab, 'docker.api');
  await run(lab, 'docker run -d --name huge --cpus 5000 linux true');
  await told;
  expect((await judged(object, huge)).said).toContain('Range of CPUs');
}, 30_000);
