import Docker from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckUse } from '../../runner/lab/lab.ts';
import { enginesOf } from '../../runner/session/environment.ts';
import { judgeCheck } from '../../runner/session/judgeCheck.ts';
import { systemClock } from '../../runner/verdict/clock.ts';
import { say } from '../../runner/words/say.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run, wake } from '../helpers/machine.ts';

let machine: Machine & AsyncDisposable;

beforeAll(async () => {
  machine = await openMachine('scripts-apart');
  await machine.load(['linux']);
});

afterAll(() => machine[Symbol.asyncDispose]());

async function judge(text: string, sees?: readonly 'host'[]) {
  const position = { file: 'lab.yaml', line: 1, column: 1 };
  const use: CheckUse = { kind: 'script', run: text, position, ...(sees && { sees }) };
  const scene = { world: machine.world, clock: systemClock, checks: new Map(), facts: {} };
  const { verdict } = await judgeCheck(use, 0, 0, { ...scene, engines: enginesOf(use, { docker: {} }) });
  return { ...verdict, because: say('en', verdict.because), id: verdict.because.id };
}

const absent = 'if docker inspect web; then exit 1; fi; exit 0';

test('what a script asks by its clients is nobody’s act, whatever way it calls them', async () => {
  const since = await machine.world.now();
  const topics: string[] = [];
  const stop = machine.world.subscribe(({ topic }) => topics.push(topic));
  await run(machine, 'docker run -d --name box linux sleep 300');
  const before = machine.world.docker.calls(since).length;
  topics.length = 0;
  expect(
    await judge('docker ps; /usr/bin/docker ps -a; docker exec box ls /; sh -c "docker logs box"; exit 0'),
  ).toMatchObject({ status: 'passed' });
  // What the learner does afterwards is told after all that.
  const told = wake(machine, 'docker.api');
  await run(machine, 'docker version');
  await told;
  stop();
  const calls = machine.world.docker.calls(since).slice(before);
  expect(calls.map(({ path }) => path)).toEqual(['/version']);
  expect(topics.filter((topic) => topic === 'docker.api')).toHaveLength(1);
});

test('it asks the machine’s own engine, wherever the learner’s client is pointed', async () => {
  await run(machine, 'docker context create far --docker host=tcp://192.0.2.1:2375; docker context use far');
  expect(await judge('docker inspect box > /dev/null || exit 2')).toMatchObject({ status: 'passed' });
  await run(machine, 'docker context use default; docker rm -f box');
});

test('what is away is not absent', async () => {
  expect(await judge(absent)).toMatchObject({ status: 'passed' });
  await run(
    machine,
    'pkill -STOP -f /usr/lib/seatrial/[s]ervices; pid=$(cat /run/docker.pid); kill -9 $pid; until grep -q ^State:.Z /proc/$pid/status; do :; done',
  );
  expect(await judge(absent)).toMatchObject({ status: 'errored', blame: 'machine', id: 'world.engine-restarts' });
  expect(await judge('pidof dockerd && exit 1; exit 0', ['host'])).toMatchObject({ status: 'passed' });
  const back = wake(machine, 'reconnected');
  await run(machine, 'pkill -CONT -f /usr/lib/seatrial/[s]ervices');
  await back;
  expect(await judge(absent)).toMatchObject({ status: 'passed' });
}, 30_000);

test('an engine that goes and comes back while a script asks makes it ask again', async () => {
  const back = wake(machine, 'reconnected');
  const verdict = await judge(`
    if [ ! -e /tmp/asked ]; then touch /tmp/asked; pid=$(cat /run/docker.pid); kill -9 $pid; fi
    why=$(docker inspect web 2>&1) && exit 1
    because "$why"; exit 0`);
  if (verdict.status === 'errored') expect(verdict).toMatchObject({ blame: 'machine' });
  else expect(verdict.because).toContain('o such object');
  await back;
}, 30_000);

test('an engine that listens nowhere is away', async () => {
  await run(machine, 'mv /run/docker.sock /run/docker.lost');
  const verdict = await judge(absent);
  await run(machine, 'mv /run/docker.lost /run/docker.sock');
  expect(verdict).toMatchObject({ status: 'errored', blame: 'machine' });
  expect(await judge(absent)).toMatchObject({ status: 'passed' });
});

test.each([
  ['was killed', 'kill -9 $$', 'true', 'script.killed'],
  [
    'misses a program of the machine',
    'if jq --version; then exit 1; fi; exit 0',
    'mv /usr/bin/jq /root',
    'check.tool-missing',
  ],
  ['can write nothing', 'echo x > /dev/shm/y', 'head -c 1G /dev/zero > /dev/shm/x', 'script.full'],
])('a script that %s is no fault of the lab', async (_, text, before, id) => {
  await run(machine, before);
  expect(await judge(text)).toMatchObject({ status: 'errored', blame: 'machine', id });
  await run(machine, 'rm -f /dev/shm/x; mv /root/jq /usr/bin/jq');
});

test('nor is one that cannot begin, or that may start no program', async () => {
  const outer = new Docker().getContainer(machine.id);
  const inside = async (...command: readonly string[]) => {
    const exec = await outer.exec({ Cmd: [...command], AttachStdout: true });
    const stream = await exec.start({});
    await new Promise((resolve) => stream.resume().on('end', resolve));
  };
  await inside('chmod', '000', '/usr/bin/bash');
  expect(await judge('exit 0')).toMatchObject({ status: 'errored', blame: 'machine', id: 'script.unrun' });
  await inside('chmod', '755', '/usr/bin/bash');

  const pids = await run(
    machine,
    'cat /sys/fs/cgroup/pids.current 2> /dev/null || cat /sys/fs/cgroup/pids/pids.current',
  );
  await outer.update({ PidsLimit: Number(pids) });
  expect(await judge('if /usr/bin/false; then exit 1; fi; exit 0')).toMatchObject({
    status: 'errored',
    blame: 'machine',
    // Where another program has taken the last place meanwhile, it could not even begin.
    id: expect.stringMatching(/^script\.(crowded|unrun)$/),
  });
  await outer.update({ PidsLimit: 4096 });
  expect(await judge('exit 0')).toMatchObject({ status: 'passed' });
}, 30_000);

test.each([
  ['its parent', 'kill -9 $PPID; sleep 1000'],
  ['its parent, and then passes', 'kill $PPID; exit 0'],
  ['all that runs it', 'kill -9 0'],
])('a script that ends %s is at fault itself, and nothing else goes with it', async (_, text) => {
  const beside = machine.world.shell.script('sleep 0.2; echo $PPID', {}, 5_000);
  expect(await judge(text)).toMatchObject({ status: 'errored', blame: 'lab', id: 'script.parent' });
  expect((await beside).output).toMatch(/^\d+\n$/);
  expect(await run(machine, 'pgrep -x sleep || echo none')).toBe('none');
});

test('a program that never was there is the lab’s fault, as ever', async () => {
  expect(await judge('dockr ps\nexit 3')).toMatchObject({
    status: 'errored',
    blame: 'lab',
    because: expect.stringContaining('line 1: dockr: command not found'),
  });
});
