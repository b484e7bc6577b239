import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Docker from 'dockerode';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/folder.ts';
import type { TestTerminal } from '../helpers/terminal.ts';
import { newcomer } from './newcomer.ts';

const lab = ['run', 'isolated-processes'];
const engine = new Docker();

const isRestored = (screen: TestTerminal) => !screen.alternate() && screen.cursor().shown;

/** A lab that nobody else has, so that its machines are known by its name. */
async function ownLab() {
  const folder = await temporaryFolder();
  const id = `interrupted-${process.pid}`;
  const path = join(folder.path, id, 'lab.yaml');
  await mkdir(join(folder.path, id));
  const step = '{ id: one, title: One, text: Look., ask: What?, answer: yes, solution: "true" }';
  await writeFile(
    path,
    `format: 1\nid: ${id}\ntitle: Own\nminutes: 1\nneeds: { docker: {} }\nimages: []\nsteps: [${step}]\n`,
  );
  const label = [`seatrial.lab=${id}`];
  return {
    path,
    machines: () => engine.listContainers({ all: true, filters: { label } }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('Ctrl-C while the machine starts ends at once and leaves no machine', async () => {
  await using learner = await newcomer();
  await using own = await ownLab();
  await using screen = await learner.run(['run', own.path, '--trust']);
  await screen.wait('Starting a machine');
  screen.keys('ctrl-c');
  expect((await screen.exit).exitCode).toBe(130);
  expect(isRestored(screen)).toBe(true);
  expect(await own.machines()).toEqual([]);
  expect(learner.sessions()).toEqual([]);
});

test('Ctrl-C at the home screen ends the program', async () => {
  await using learner = await newcomer();
  await using screen = await learner.run([]);
  await screen.wait('A container is an isolated process');
  screen.keys('ctrl-c');
  expect((await screen.exit).exitCode).toBe(130);
  expect(isRestored(screen)).toBe(true);
});

test.each([
  ['the home screen', []],
  ['a lab', lab],
])('a terminal that is closed, opened with %s, keeps the machine and ends the program', async (_, args) => {
  await using learner = await newcomer();
  await using screen = await learner.run(args);
  if (args.length === 0) {
    await screen.wait('A container is an isolated process');
    screen.keys('enter');
  }
  await screen.wait(/root@\S+:\S+# *$/m, 30_000);
  const ended = execa('tail', ['--pid', String(screen.pid), '--follow', '/dev/null'], { timeout: 30_000 });
  screen.hangUp();
  await ended;
  expect(await learner.machines()).toHaveLength(1);
});

test('a command that holds the shell is ended by Ctrl-], line by line too', async () => {
  await using learner = await newcomer();
  await using screen = await learner.run([...lab, '--plain'], { columns: 100, rows: 60 });
  await screen.wait(/root@lab:~# *$/m, 30_000);
  screen.keys('answer init', 'enter');
  await screen.wait('(1/10)');
  screen.keys('until docker image inspect linux; do :; done &> /dev/null; docker run linux sleep 11111', 'enter');
  await screen.wait(/docker run linux sleep 11111/);
  await learner.aside('until pgrep -xf "sleep 11111"; do :; done');
  screen.keys('switch');
  await screen.wait('[free/wait]');
  screen.keys('wait', 'enter');
  await screen.waitUntil((each) => each.cursor().column === 0, 'the answer is taken');
  screen.keys('switch');
  await screen.wait(/\[free\/wait\][\s\S]*\[free\/wait\]/);
  screen.keys('enter');
  await screen.wait('(2/10)');
  await screen.wait(/root@lab:~# *$/m);
});
