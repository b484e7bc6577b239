import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run, wake } from '../helpers/machine.ts';

let lab: Machine;
beforeAll(async () => {
  lab = await openMachine('own');
  await lab.load(['linux', 'busybox']);
}, 60_000);
afterAll(() => lab.remove());

const own = async (id: string): Promise<readonly string[]> =>
  (await lab.world.docker.processes(id)).map(({ args }) => args.join(' '));

/** Starts a container by a script that prints its id; resolves once the engine has said that it was started. */
async function started(script: string): Promise<string> {
  const start = wake(lab, 'docker.container.start');
  const id = await run(lab, script);
  await start;
  return id;
}

/** Runs a script on the machine that ends in an exec; resolves once the engine has said that it is over. */
async function executed(script: string): Promise<void> {
  const ended = wake(lab, 'docker.exec.die');
  await run(lab, script);
  await ended;
}

test('every process is known by its container, its session and its user', async () => {
  const id = await started('docker run -d --user 65534 linux sleep 1050');
  const { pid } = (await lab.world.docker.container(id)) ?? {};
  const before = await lab.world.now();
  const processes = await lab.world.host.processes();
  const sleep = processes.find((each) => each.pid === pid);
  expect(sleep).toMatchObject({ container: id, session: pid, uid: 65_534 });
  expect(Math.abs((sleep?.startedAt ?? 0) - before)).toBeLessThan(10_000);
  const others = processes.filter((each) => each.container !== id);
  expect(others.filter((each) => each.container !== undefined)).toEqual([]);
  expect(await own(id)).toEqual(['sleep 1050']);
});

/** Resolves once so many programs run that sleep for so long, a thousand and so many seconds. */
const sleeping = (count: number, tens: string) =>
  run(lab, `until [ "$(ps -eo args | grep -c '^sleep ${tens}')" = ${count} ]; do :; done`);

test('a container has what its first process has started, also what that lets go of', async () => {
  const script = 'setsid sleep 1001 & sleep 1002 & exec sleep 1003';
  const id = await started(`docker run -d --init busybox sh -c '${script}'`);
  await sleeping(3, '100');
  // What has left the first one's session may as well have come by an exec, of which the engine is still to tell.
  let known = await own(id);
  while (known.length < 4) known = await own(id);
  expect(known.toSorted()).toEqual([
    `/sbin/docker-init -- sh -c ${script}`,
    ...['sleep 1001', 'sleep 1002', 'sleep 1003'],
  ]);
});

test('what an exec brings in is none of its own, not even when it stays behind', async () => {
  const id = await started('docker run -d --name base busybox tail -f /dev/null');
  await run(lab, 'docker exec -d base sleep 1010');
  await executed(`docker exec base sh -c 'sleep 1011 > /dev/null & setsid sleep 1012 > /dev/null 2>&1 &'`);
  await run(lab, 'nsenter -t "$(docker inspect -f {{.State.Pid}} base)" -a sh -c "sleep 1013 > /dev/null 2>&1 &"');
  await started('docker run -d --name joined --pid container:base busybox sh -c "sleep 1014 & sleep 1015; :"');
  await sleeping(6, '101');
  expect(await own(id)).toEqual(['tail -f /dev/null']);
  const joined = (await lab.world.docker.container('joined'))?.id ?? '';
  expect((await own(joined)).toSorted()).toEqual(['sh -c sleep 1014 & sleep 1015; :', 'sleep 1014', 'sleep 1015']);
});

test('a container in the machine’s own PID namespace has its own processes and no others', async () => {
  await run(lab, 'sleep 1020 > /dev/null 2>&1 &');
  const id = await started('docker run -d --pid host linux sh -c "sleep 1021; sleep 1022"');
  expect((await own(id)).toSorted()).toEqual(['sh -c sleep 1021; sleep 1022', 'sleep 1021']);
});

test('who carries its id in the arguments is none of its own', async () => {
  const id = await started('docker run -d --name read linux sleep 1030');
  await run(lab, `tail -f /var/lib/docker/containers/${id}/${id}-json.log > /dev/null 2>&1 &`);
  expect(await own(id)).toEqual(['sleep 1030']);
  await run(lab, 'docker rm -f read');
  expect(await own(id)).toEqual([]);
});
