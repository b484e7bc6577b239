import { expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { observe } from '../../runner/verdict/observe.ts';
import { pending } from '../../runner/verdict/verdict.ts';
import { message } from '../../runner/words/message.ts';
import type { Container, DockerWorld, Exec } from '../../runner/world/docker/model.ts';
import type { HostProcess } from '../../runner/world/host/model.ts';
import { type World, WorldError } from '../../runner/world/world.ts';
import { type Things, worldOf } from '../session/fake/machine.ts';

const clock = { now: () => 0, after: () => () => undefined };
const nothing: Things = {
  ...{
    containers: [],
    removed: [],
    removedPods: [],
    processes: [],
    pods: [],
    podProcesses: [],
    calls: [],
    execs: [],
    commands: [],
  },
  ...{ down: undefined, slow: 0, times: 1, answeringSince: 0, ahead: 0, script: () => ({ exitCode: 0, output: '' }) },
};

const web: Container = {
  ...{ id: 'a'.repeat(64), name: 'web', image: 'linux', imageId: 'sha256:own', command: ['sleep', '11111'] },
  ...{ state: 'exited', exitCode: 0, attachable: false, networks: [], createdAt: 10 },
};

/** What a check makes of a world of plain objects. */
async function verdictOf(name: string, params: unknown, things: Partial<Things>, docker: Partial<DockerWorld>) {
  const check = checks.find((each) => each.name === name) ?? expect.fail();
  const { world } = worldOf({ ...nothing, ...things }, clock);
  const seen: World = { ...world, docker: { ...world.docker, events: () => [], ...docker } };
  const evidence = await check.observe(seen, params, { since: 1, signal: AbortSignal.timeout(1000) });
  return check.judge(JSON.parse(JSON.stringify(evidence)), params).because.id;
}

const sleeping = { image: 'linux', args: 'sleep 11111' };
const brought = () => 'sha256:own';

test.each<[string, Partial<Container>, string]>([
  ['the image that the lab has brought', {}, 'container.exited'],
  ['that image by its id', { image: 'sha256:own' }, 'container.exited'],
  ['that image by another name', { image: 'copy:1' }, 'container.exited'],
  ['another image', { image: 'copied', imageId: 'sha256:other' }, 'container.other-image'],
  ['another image that has its name by now', { imageId: 'sha256:other' }, 'container.namesake'],
])('a container from %s', async (_, more, said) => {
  const world = { brought, imageId: () => expect.fail(), imageNamedAt: async () => 0 };
  expect(await verdictOf('docker/container', sleeping, { containers: [{ ...web, ...more }] }, world)).toBe(said);
});

test.each([
  ['Minimum memory limit allowed is 6MB', 'container.not-made'],
  [undefined, 'container.refused'],
])('a container that the engine made none of, and said %s', async (said, id) => {
  const calls = [{ method: 'POST', path: '/containers/create', query: {}, body: { Image: 'linux' }, at: 5 }];
  const world = { brought, imageNamedAt: async () => 1, whyNotCreated: async () => said };
  expect(await verdictOf('docker/container', sleeping, { calls }, world)).toBe(id);
});

const half: Container = { ...web, name: 'half' };
const gone = { type: 'container', action: 'destroy', id: half.id, attributes: {}, at: 15 };

test.each<[string, Partial<Things>, Partial<DockerWorld>, string]>([
  ['that exists', { containers: [half] }, {}, 'container.name-taken'],
  [
    'that exists, with settings that are refused',
    { containers: [half] },
    { whyNotCreated: async () => 'Range of CPUs' },
    'container.not-made',
  ],
  ['that was removed before', { removed: [half] }, { events: () => [] }, 'container.refused'],
  ['that was removed after it', { removed: [half] }, { events: () => [{ ...gone, at: 25 }] }, 'container.name-taken'],
])('a container by the name of one %s', async (_, things, docker, id) => {
  const call = {
    method: 'POST',
    path: '/containers/create',
    query: { name: 'half' },
    body: { Image: 'linux' },
    at: 20,
  };
  const world = {
    ...{ brought, imageNamedAt: async () => 1, isArriving: () => false, whyNotCreated: async () => undefined },
    objects: async () => [],
    ...docker,
  };
  for (const [name, params] of [
    ['docker/container', sleeping],
    ['docker/object', { kind: 'container', name: 'other', where: {} }],
  ] as const)
    expect(await verdictOf(name, params, { calls: [call], ...things }, world)).toBe(id);
});

test.each([
  ['docker rnu -d linux sleep 1', 'client.failed'],
  ['cd /tmp; sudo dokcer run --nosuch linux', 'client.failed'],
  ["su -c 'docker run --nosuch linux'", 'client.failed'],
  ['docker　run linux', 'client.failed'],
  ["cat <<'END'\ndocker run\nEND", 'container.none'],
])('a line that came to nothing: `%s`', async (typed, id) => {
  const commands = [{ line: typed, exitCode: 125, directory: '/', at: 5 }];
  expect(await verdictOf('docker/container', sleeping, { commands }, { brought })).toBe(id);
});

test('an image that no lab has brought is known by its name', async () => {
  const own = { ...web, image: 'own', imageId: 'sha256:built' };
  const params = { ...sleeping, image: 'own' };
  expect(await verdictOf('docker/container', params, { containers: [own] }, {})).toBe('container.exited');
});

test('what was made in a container and cannot be looked at is no fault of the machine’s', async () => {
  const check = checks.find(({ name }) => name === 'docker/did') ?? expect.fail();
  const calls = [{ method: 'GET', path: '/containers/web/changes', query: {}, at: 5 }];
  const { world } = worldOf({ ...nothing, containers: [web], calls }, clock);
  const because = message('world.unreadable', { name: 'web', said: 'file name too long' });
  const docker: Partial<DockerWorld> = {
    repeat: async () => ({ status: 200 }),
    events: () => [],
    programRuns: async () => ({ runs: [] }),
    changes: () => Promise.reject(new WorldError(because, { code: 'inside' })),
  };
  const params = { exec: { in: 'web', program: 'ls', lists: 'new' }, call: 'changes', of: 'web' };
  const seen = { ...world, docker: { ...world.docker, ...docker } };
  const verdict = pending(because, { attempt: true });
  expect(await observe(check, params, { world: seen, clock, since: 1 })).toEqual({ kind: 'blocked', verdict });
});

const running: Container = { ...web, state: 'running', pid: 7 };
const ps = { exec: { in: 'web', program: 'ps' } };
const exec = (at: number): Exec => ({
  ...{ id: 'e', container: running.id, args: ['ps', '-x'], pid: 8, asked: true, at, exitCode: 1, endedAt: at },
});
const missed = { at: 5, why: 'ended' };

test('what a watcher may have missed is told only where something was run', async () => {
  const none = { programRuns: async () => ({ runs: [], missed }) };
  expect(await verdictOf('docker/did', ps, { containers: [running] }, none)).toBe('exec.none');
  const run = { container: running.id, program: '/bin/sh', pid: 8, at: 5, listed: [] };
  const one = { programRuns: async () => ({ runs: [run], missed }) };
  expect(await verdictOf('docker/did', ps, { containers: [running] }, one)).toBe('exec.blind');
});

test.each([
  ['ls -l /new', ['/new'], [], 'exec.done'],
  ['ls -l new', [], [], 'exec.showed-nothing'],
  ['ls -I new /', ['/'], ['new'], 'exec.left-out'],
  ['find / -name other', ['/'], ['new'], 'exec.left-out'],
])('`%s` that a shell inside has run, where %j was there', async (called, there, fresh, said) => {
  const words = called.split(' ');
  const bash = { ...exec(4), args: ['bash'], exitCode: 0 };
  const run = {
    ...{ container: running.id, program: `/bin/${words[0]}`, pid: 9, at: 5, exec: 'e', called: { words, there } },
    listed: fresh.length > 0 ? [{ path: '/', fresh, at: 5 }] : [],
  };
  const docker = { programRuns: async () => ({ runs: [run] }), programsTold: async () => undefined };
  const params = { exec: { in: 'web', program: ['ls', 'find'], lists: 'new' } };
  expect(await verdictOf('docker/did', params, { containers: [running], execs: [bash] }, docker)).toBe(said);
});

test.each([
  ['docker web exec ps', 'client.misordered'],
  ['docker container web exec ps', 'client.misordered'],
  ['docker exce web ps', 'exec.line-failed'],
  ['docker container other exec ps', 'exec.line-failed'],
])('of `%s`', async (typed, said) => {
  const commands = [{ line: typed, exitCode: 1, directory: '/', at: 6 }];
  const docker = { programRuns: async () => ({ runs: [] }) };
  expect(await verdictOf('docker/did', ps, { containers: [running], commands }, docker)).toBe(said);
});

const list = { list: 'containers' };
const listing = (at: number) => ({ method: 'GET', path: '/containers/json', query: { filters: '{"x":1}' }, at });
const line = (text: string, began: number, at: number) => ({ line: text, exitCode: 1, directory: '/', began, at });

test.each([
  ['a list that the engine refused', [listing(5)], line('docker ps --filter x=1', 4, 6), 'listed.refused'],
  ['a verb that there is none of', [], line('docker pss', 4, 6), 'listed.failed'],
  ['a verb that there is none of, after a refusal', [listing(2)], line('docker pss', 4, 6), 'listed.failed'],
])('%s', async (_, calls, command, said) => {
  const docker = { repeat: async () => ({ status: 400 }) };
  expect(await verdictOf('docker/did', list, { calls, commands: [command] }, docker)).toBe(said);
});

const other: Container = { ...running, id: `abcd${'e'.repeat(60)}`, name: 'aaaa' };
const inspecting = (path: string) => [{ method: 'GET', path, query: {}, at: 5 }];

test.each([
  ['/containers/web/json', 'did.called'],
  [`/containers/${'a'.repeat(12)}/json`, 'did.called'],
  // A name goes before the beginning of an id, and a network is no container.
  ['/containers/aaaa/json', 'did.other'],
  ['/networks/web', 'did.other'],
])('an inspect of %s is one of the container that a fact has: %s', async (path, said) => {
  const docker: Partial<DockerWorld> = {
    repeat: async () => ({ status: 200 }),
    container: async (reference) =>
      [running, other].find(({ id, name }) => name === reference || id === reference) ??
      [running, other].find(({ id }) => id.startsWith(reference)),
  };
  const things = { containers: [running, other], calls: inspecting(path) };
  expect(await verdictOf('docker/did', { call: 'inspect', of: running.id }, things, docker)).toBe(said);
});

const older: Container = { ...running, createdAt: 0, startedAt: 0, command: ['tail', '-f'] };
const process = (pid: number, ...args: readonly string[]): HostProcess => ({
  ...{ pid, parent: 1, args, name: args[0] ?? '', session: pid, startTicks: pid, insidePid: pid, uid: 0, startedAt: 0 },
  ...{
    age: 9000,
    terminal: 0,
    foreground: false,
    state: 'S',
    namespaces: { pid: 'p', net: 'n', mnt: 'm' },
    container: older.id,
  },
});

test('what an exec brings into a container of before is told, and what a client has failed at', async () => {
  const calls = [{ method: 'POST', path: '/containers/web/start', query: {}, at: 5 }];
  const processes = [process(7, 'tail', '-f')];
  const things = { containers: [older], calls, processes, commands: [line('docker start web x', 4, 6)] };
  expect(await verdictOf('docker/container', sleeping, things, { brought })).toBe('client.ended');
  const more = { ...things, processes: [...processes, process(9, 'sleep', '11111')] };
  expect(
    await verdictOf('docker/container', sleeping, more, {
      brought,
      execTimes: () => [{ container: older.id, pid: 9, at: 1 }],
    }),
  ).toBe('container.brought');
});

test.each([
  ['a name that is none', [], 'exec.line-failed'],
  ['a program that ended badly, which is told of instead', [exec(5)], 'exec.failed'],
  ['a program that had ended before', [exec(2)], 'exec.line-failed'],
])('of a line that failed: %s', async (_, execs, said) => {
  const things = { containers: [running], execs, commands: [line('docker exec a ps', 4, 6)] };
  expect(await verdictOf('docker/did', ps, things, { programRuns: async () => ({ runs: [] }) })).toBe(said);
});

test('a program that a container of its own was made to run has looked at nothing but that one', async () => {
  const own: Container = { ...web, id: 'c'.repeat(64), name: 'own', command: ['ps', '-ef'], createdAt: 5 };
  const things = { containers: [running, own] };
  expect(await verdictOf('docker/did', ps, things, { programRuns: async () => ({ runs: [] }) })).toBe('exec.elsewhere');
});

const limited = {
  HostConfig: { Memory: 20_971_520 },
  State: { OOMKilled: false, StartedAt: '2026-01-01T00:00:02.5Z' },
};

test.each([
  ['killed', 'kit.right'],
  ['', 'kit.other'],
])(
  'a container of which the engine has missed the end by want of memory, and the kernel says "%s"',
  async (said, id) => {
    const asked: Record<string, string>[] = [];
    const script: Things['script'] = (_, env) => {
      asked.push({ ...env });
      return { exitCode: said === '' ? 1 : 0, output: said };
    };
    const objects = async () => [{ id: web.id, name: 'web', createdAt: 10, is: limited }];
    const params = { kind: 'container', name: 'web', where: { 'State.OOMKilled': true } };
    expect(await verdictOf('docker/object', params, { script }, { objects })).toBe(id);
    expect(asked).toEqual([{ id: web.id, since: '1767225601' }]);
  },
);

const created = { type: 'network', action: 'create', id: 'n', attributes: {}, at: 6 };

test.each<[string, Partial<DockerWorld>, string | undefined, string]>([
  ['refused', {}, undefined, 'object.refused'],
  ['failed in', {}, 'could not find an available pool', 'object.refused-by'],
  ['made, and was removed again', { events: () => [created] }, undefined, 'kit.absent'],
  ['had already', { objects: async () => [{ id: 'n', name: 'own', createdAt: 0, is: {} }] }, undefined, 'kit.lacks'],
])('a network that the engine %s', async (_, docker, error, id) => {
  const call = { method: 'POST', path: '/networks/create', query: {}, body: { Name: 'own' }, at: 5 };
  const calls = [{ ...call, ...(error !== undefined && { error }) }];
  const params = { kind: 'network', name: 'own', where: { 'IPAM.Config[0].Subnet': '10.9.0.0/24' } };
  expect(await verdictOf('docker/object', params, { calls }, { objects: async () => [], ...docker })).toBe(id);
});
