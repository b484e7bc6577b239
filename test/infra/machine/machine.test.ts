import Docker from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../../runner/words/say.ts';
import type { Machine } from '../../../runner/world/machine/machine.ts';
import { openMachine, run, shown, testMachines, type, wake } from '../../helpers/machine.ts';

const size = { columns: 100, rows: 30 };

let lab: Machine;
beforeAll(async () => {
  lab = await openMachine('machine');
}, 60_000);
afterAll(() => lab.remove());

test('a shell is there before the engine is, and reports its commands', async () => {
  const terminal = await lab.terminal(size);
  await shown(terminal, 'root@lab');
  const since = await lab.world.now();
  await type(lab, terminal, 'cd /tmp');
  await type(lab, terminal, 'ls "no \\\\ such" \'日本語\' 2> /dev/null');
  expect(lab.world.shell.commands(since)).toMatchObject([
    { line: 'cd /tmp', exitCode: 0, directory: '/tmp' },
    { line: 'ls "no \\\\ such" \'日本語\' 2> /dev/null', exitCode: 2, directory: '/tmp' },
  ]);
  terminal.close();
});

test('the shell outlives its viewer, and a new one follows when it ends', async () => {
  const first = await lab.terminal(size);
  await type(lab, first, 'kept=still-here');
  first.close();
  await first.closed;
  const second = await lab.terminal(size);
  const output = shown(second, 'value still-here');
  await type(lab, second, 'echo value $kept');
  await output;
  second.write('exit\r');
  await second.closed;
  const third = await lab.terminal(size);
  const fresh = shown(third, 'value none');
  await type(lab, third, `echo value $${'{kept:-none}'}`);
  await fresh;
  third.close();
});

test('resizing reaches the shell', async () => {
  const terminal = await lab.terminal(size);
  await terminal.resize(71, 17);
  const output = shown(terminal, '17 71');
  await type(lab, terminal, 'stty size');
  await output;
  terminal.close();
});

test("the learner's words come with their arguments", async () => {
  const said = new Promise((resolve) => lab.onSaid(({ words }) => resolve(words)));
  await run(lab, 'answer 42 "forty two"');
  expect(await said).toEqual(['answer', '42', 'forty two']);
});

test('check scripts: output, exit code, environment, a child left behind, a deadline', async () => {
  const { shell } = lab.world;
  const script = 'echo "$fact"; echo wrong >&2; sleep 1000 & read line; exit 3';
  expect(await shell.script(script, { fact: 'a b' }, 5000)).toEqual({ exitCode: 3, output: 'a b\nwrong\n' });
  await expect(shell.script('sleep 1000', {}, 100)).rejects.toMatchObject({
    blame: 'machine',
    explanation: { id: 'world.script-late' },
  });
});

test('who enters again finds what happened meanwhile', async () => {
  await lab.load(['linux']);
  const before = await lab.world.now();
  await lab.detach();
  const exec = await new Docker().getContainer(lab.id).exec({
    Cmd: [
      'bash',
      '-c',
      'docker run -d --name away linux sleep 77; echo ps | docker exec -i away bash; docker ps; hint',
    ],
    AttachStdout: true,
  });
  const stream = await exec.start({});
  await new Promise((resolve) => stream.on('end', resolve).resume());

  const record = (await testMachines().list()).find((each) => each.id === lab.id);
  expect(record).toMatchObject({ session: 'machine', lab: 'test', running: true });
  if (!record) return;
  const again = await testMachines().enter(record);
  lab = again;
  const { docker } = again.world;
  expect(await docker.container('away')).toMatchObject({ command: ['sleep', '77'], state: 'running' });
  expect(await docker.execs(before)).toMatchObject([{ args: ['bash'], exitCode: 0, asked: true }]);
  expect(docker.calls(before).map((call) => call.path)).toContain('/containers/json');
  expect(again.world.shell.commands(0).length).toBeGreaterThan(4);
  const terminal = await again.terminal(size);
  const output = shown(terminal, 'value none');
  await type(again, terminal, `echo value $${'{kept:-none}'}`);
  await output;
});

test('the engine is killed: containers live on, questions wait, and all is seen again', async () => {
  const { docker } = lab.world;
  const back = wake(lab, 'reconnected');
  await run(lab, 'kill -9 $(pidof dockerd)');
  await back;
  expect(await docker.container('away')).toMatchObject({ state: 'running' });
  const seen = wake(lab, 'docker.container.start');
  await run(lab, 'docker run -d --name later linux sleep 78');
  await seen;
  expect(await docker.containers()).toMatchObject([{ name: 'later' }, { name: 'away' }]);
});

test('a machine that was stopped is told so, and can be entered again', async () => {
  await new Docker().getContainer(lab.id).stop({ t: 0 });
  const gone = await lab.gone;
  expect(gone.explanation.id).toBe('world.machine-stopped');
  expect(say('ja', gone.explanation)).toContain(lab.name);
  await expect(lab.world.docker.containers()).rejects.toMatchObject({ explanation: gone.explanation });
  await expect(lab.world.host.processes()).rejects.toMatchObject({ explanation: gone.explanation });

  const record = (await testMachines().list()).find((each) => each.id === lab.id);
  expect(record).toMatchObject({ running: false });
  if (!record) return;
  lab = await testMachines().enter(record);
  expect(await lab.world.docker.container('away')).toMatchObject({ state: 'exited' });
  const terminal = await lab.terminal(size);
  await shown(terminal, 'root@lab');
});

test('a machine that was removed is told so', async () => {
  await new Docker().getContainer(lab.id).remove({ force: true, v: true });
  expect((await lab.gone).code).toBe('machine-gone');
});
