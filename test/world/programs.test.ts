import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProgramRun } from '../../runner/world/docker/model.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { openMachine, run, shown, wake } from '../helpers/machine.ts';

let lab: Machine;
let id = '';
beforeAll(async () => {
  lab = await openMachine('programs');
  await lab.load(['linux']);
  const started = wake(lab, 'docker.container.start');
  id = await run(lab, 'docker run -d --name first linux sleep 11111');
  await started;
  expect(await lab.world.docker.programRuns(id)).toEqual({ runs: [] });
}, 60_000);
afterAll(() => lab.remove());

/** What was run in a container by these commands, behind which a program of its own tells that all has been heard. */
async function ranBy(commands: string, container = id) {
  const { docker, now } = lab.world;
  const since = await now();
  const isEnd = ({ at, program }: { readonly at: number; readonly program: string }) =>
    at >= since && program === '/usr/bin/uname';
  await run(lab, `{ ${commands}\n} > /dev/null; docker exec ${container} uname > /dev/null`);
  for (;;) {
    // Which exec a program came by is known only once the engine knows its PID, and whose it was once the call of the API is heard.
    const heard = Promise.race(['program', 'docker.exec.die', 'docker.api'].map((topic) => wake(lab, topic)));
    const { runs } = await docker.programRuns(container);
    if (runs.some(isEnd)) return runs.filter((each) => each.at >= since && !isEnd(each));
    await heard;
  }
}

const names = (runs: readonly ProgramRun[]) => runs.map(({ program }) => program.replace('/usr/bin/', ''));

test.each([
  ['docker exec first ps', ['ps']],
  ["docker exec first sh -c 'ps; true'", ['dash', 'ps']],
  ['echo ps | docker exec -i first bash', ['bash', 'ps']],
  ['for each in 1 2; do docker exec first /usr/bin/ps; done', ['ps', 'ps']],
  ['nsenter -t $(docker inspect -f "{{.State.Pid}}" first) -a ps', ['ps']],
  ['docker exec first cat /usr/bin/ps', ['cat']],
  ['docker exec first grep -rc x /usr/bin/ps', ['grep']],
  ['docker cp first:/usr/bin/ps -', []],
  ['docker export first', []],
  ['docker exec first ps-ef 2>&1 || true', []],
])('%s', async (commands, expected) => {
  expect(names(await ranBy(commands))).toEqual(expected);
});

test('what a program has looked at, and what lay there that is new', async () => {
  const runs = await ranBy(
    `docker exec first sh -c 'ls; touch new; ls; ls --help; ls /etc; find /root'; docker exec first ps`,
  );
  const looked = runs.map(({ program, listed }) => [
    program.replace('/usr/bin/', ''),
    listed.map(({ path, fresh }) => (fresh.includes('new') ? `${path} with new` : path)),
  ]);
  expect(looked).toEqual([
    ['dash', []],
    ['ls', ['/']],
    ['touch', []],
    ['ls', ['/ with new']],
    ['ls', []],
    ['ls', ['/etc']],
    ['find', ['/root']],
    ['ps', expect.arrayContaining(['/proc', '/proc/1'])],
  ]);
});

test('what a container does by itself is no act of anybody', async () => {
  const started = wake(lab, 'docker.container.start');
  const other = await run(
    lab,
    "docker run -d --health-cmd 'ps; true' --health-interval 1s linux sh -c 'while ps; do sleep 0.2; done'",
  );
  await started;
  await lab.world.docker.programRuns(other);
  await wake(lab, 'docker.exec.die', ({ subject }) => subject === other);
  await wake(lab, 'docker.exec.die', ({ subject }) => subject === other);
  expect(names(await ranBy(`docker exec ${other} ps`, other))).toEqual(['ps']);
  const checks = (await lab.world.docker.execs(0)).filter(({ container }) => container === other);
  expect(checks.filter(({ asked }) => asked).map(({ args }) => args[0])).toEqual(['ps', 'uname']);
  expect(checks.length).toBeGreaterThan(3);
  await run(lab, `docker rm -f ${other}`);
});

test('an exec that was begun before anybody watched is missed', async () => {
  const other = await openMachine('late');
  await other.load(['linux']);
  const started = wake(other, 'docker.container.start');
  const late = await run(other, 'docker run -d linux sleep 11111');
  await started;
  const ended = wake(other, 'docker.exec.die');
  const since = await other.world.now();
  await run(other, `docker exec ${late} sh -c 'ps; true'`);
  await ended;
  const { runs, missed } = await other.world.docker.programRuns(late);
  expect({ runs, why: missed?.why }).toEqual({ runs: [], why: 'late' });
  expect(missed?.at).toBeGreaterThan(since);
  await other.remove();
});

test('what is typed in the own shell of a container is the learner’s', async () => {
  const terminal = await lab.terminal({ columns: 80, rows: 24 });
  terminal.output.resume();
  const started = wake(lab, 'docker.container.start');
  const prompt = shown(terminal, ':/#');
  terminal.write('docker run -it --name shell linux bash\r');
  const { subject = '' } = await started;
  await lab.world.docker.programRuns(subject);
  await prompt;
  const heard = wake(lab, 'program', (each) => each.subject === subject);
  terminal.write('ls\r');
  await heard;
  expect(names(await ranBy('true', subject))).toEqual([]);
  const { runs } = await lab.world.docker.programRuns(subject);
  expect(names(runs)).toContain('ls');
  terminal.close();
});

test('a container that is started again is watched over again, and a watcher that was ended is missed', async () => {
  const restarted = wake(lab, 'docker.container.start');
  await run(lab, 'docker restart -t 0 first');
  await restarted;
  await lab.world.docker.programRuns(id);
  expect(names(await ranBy('docker exec first ps'))).toEqual(['ps']);
  await run(lab, 'pkill -KILL -x seatrial-watch; while pgrep -x seatrial-watch; do :; done');
  expect(await lab.world.docker.programRuns(id)).toMatchObject({ missed: { why: 'ended' } });
  expect(names(await ranBy('docker exec first ps'))).toEqual(['ps']);
});

test('a watcher that is asked has told all that was run until then', async () => {
  const { docker, now } = lab.world;
  await docker.programRuns(id);
  for (let turn = 0; turn < 5; turn += 1) {
    const since = await now();
    await run(lab, 'docker exec first ls /etc > /dev/null');
    await docker.programsTold(id);
    const { runs } = await docker.programRuns(id);
    const own = runs.filter(({ at, program }) => at >= since && program === '/usr/bin/ls');
    expect(own.flatMap(({ listed }) => listed.map(({ path }) => path))).toEqual(['/etc']);
  }
});
