import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import type { TestTerminal } from '../helpers/terminal.ts';
import { type Newcomer, newcomer } from './newcomer.ts';

const lab = ['run', 'isolated-processes'];

const atPrompt = (screen: TestTerminal) => screen.wait(/root@\S+:\S+# *$/m, 30_000);

/** What the panel beside the shell shows, whatever its line breaks. */
const plain = (screen: TestTerminal) =>
  screen
    .rows()
    .map((row) => row.split('│')[0]?.trim())
    .join('')
    .replace(/\s/g, '');

/** Opens the lab anew and goes on to its second step, its image there. */
async function begin(learner: Newcomer): Promise<TestTerminal> {
  const screen = await learner.run(lab, { columns: 100, rows: 30 });
  await atPrompt(screen);
  screen.keys('answer init', 'enter');
  await screen.wait('1/10');
  await screen.waitUntil((each) => !each.screen().includes('is being loaded'), 'the image is there');
  return screen;
}

/** Starts the program again, which offers to go on, and does so. */
async function goOn(learner: Newcomer): Promise<TestTerminal> {
  const screen = await learner.run(lab, { columns: 100, rows: 30 });
  await screen.wait('Continue where you left');
  screen.keys('enter');
  await atPrompt(screen);
  return screen;
}

test('a killed runner loses nothing, and what was done meanwhile counts', async () => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  screen.keys('docker run -d linux sleep 11111', 'enter');
  await screen.wait('2/10');
  screen.keys('clear; colour=blue; sleep 987 & cd /etc', 'enter');
  await screen.wait(/:\/etc# *$/m);
  const known = learner.fact('first');
  process.kill(screen.pid, 'SIGKILL');
  await screen.exit;
  await learner.aside('docker run -d linux sleep 22222');

  await using again = await goOn(learner);
  await again.wait('3/10');
  await again.wait(/:\/etc# *$/m);
  expect(learner.fact('first')).toBe(known);
  again.keys('clear; echo "the colour is $colour"; jobs', 'enter');
  await again.wait('the colour is blue');
  await again.wait(/Running +sleep 987/);
  again.keys('docker ps', 'enter');
  await again.wait('4/10');
});

test('a killed engine comes back, and the lab goes on', async () => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  screen.keys('docker run -d linux sleep 11111', 'enter');
  await screen.wait('2/10');
  await learner.aside('pkill -9 -x dockerd');
  await learner.aside('until docker version > /dev/null 2>&1; do :; done');
  screen.keys('clear; docker run -d linux sleep 22222', 'enter');
  await screen.wait('3/10');
  expect(screen.screen()).not.toContain('cannot tell');
});

/** What the panel beside the shell says, however its lines are broken. */
const panelText = (rows: readonly string[]): string => rows.map((row) => (row.split(/[│┃]/)[0] ?? '').trim()).join(' ');

test('a machine that is removed while the lab is open is said to be so', async () => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  const { name } = await learner.machine();
  await execa('docker', ['rm', '--force', '--volumes', name]);
  const told = 'was removed by somebody else';
  await screen.waitUntil((each) => panelText(each.rows()).includes(told), told);
  expect(screen.screen()).not.toContain('cannot tell');
  screen.keys('k');
  expect(await screen.exit).toEqual({ exitCode: 3, signal: 0 });
});

test('a learner whose machine was removed meanwhile is brought back to their step', async () => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  process.kill(screen.pid, 'SIGKILL');
  await screen.exit;
  const { name } = await learner.machine();
  await execa('docker', ['rm', '--force', '--volumes', name]);
  await using again = await learner.run(lab, { columns: 100, rows: 30 });
  await atPrompt(again);
  await again.wait('1/10');
});

test('a learner whose machine is of another version gets one of this version, at their step', async () => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  process.kill(screen.pid, 'SIGKILL');
  await screen.exit;
  const { name, image } = await learner.machine();
  const { stdout } = await execa('docker', ['inspect', '--format', '{{json .Config.Labels}}', name]);
  await execa('docker', ['rm', '--force', '--volumes', name]);
  const labels = { ...JSON.parse(stdout), 'seatrial.made-from': 'seatrial/machine:older' };
  const labelled = Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]);
  await execa('docker', ['create', '--name', name, ...labelled, '--entrypoint', 'sleep', image, '600']);
  await using again = await learner.run(lab, { columns: 100, rows: 30 });
  await atPrompt(again);
  await again.wait('1/10');
  expect(await learner.machines()).toMatchObject([{ image }]);
});

test('a machine that was stopped is started again', async () => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  screen.keys('docker run -d linux sleep 11111', 'enter');
  await screen.wait('2/10');
  const { name } = await learner.machine();
  await execa('docker', ['stop', '--time', '1', name]);
  await screen.wait(/stopped/);
  process.kill(screen.pid, 'SIGTERM');
  await screen.exit;
  await using again = await goOn(learner);
  await again.wait('2/10');
  // The prompt is there before the engine is.
  again.keys('until docker version; do :; done &> /dev/null; docker run -d linux sleep 22222', 'enter');
  await again.wait('3/10', 30_000);
});

test('a second terminal is told where the lab is open', async () => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  await using second = await learner.run(lab);
  expect(await second.exit).toEqual({ exitCode: 2, signal: 0 });
  expect(second.screen()).toContain('is open in another terminal');
  screen.keys('docker run -d linux sleep 11111', 'enter');
  await screen.wait('2/10');
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s keeps the machine and restores the terminal', async (signal) => {
  await using learner = await newcomer();
  await using screen = await begin(learner);
  process.kill(screen.pid, signal);
  expect(await screen.exit).toEqual({ exitCode: 1, signal: 0 });
  expect(screen.alternate()).toBe(false);
  expect(screen.cursor().shown).toBe(true);
  expect(screen.screen()).toContain('Kept for later');
  expect(await learner.machines()).toHaveLength(1);
});

test('a full disk is said, hinders nobody, and what was not saved is saved later', async () => {
  await using learner = await newcomer();
  await using disk = await smallDisk(learner);
  await using screen = await begin(learner);
  await disk.fill();
  // The journal's last page takes some events more: each miss is one.
  for (const n of [71, 72, 73, 74, 75, 76]) {
    screen.keys(`clear; docker run -d linux sleep ${n}`, 'enter');
    await screen.waitUntil((each) => plain(each).includes(`runssleep${n},notsleep11111`), `a miss: ${n}`);
  }
  await screen.wait('cannot be saved');
  screen.keys('docker run -d linux sleep 11111', 'enter');
  await screen.wait('2/10');
  await disk.clear();
  screen.keys('docker run -d linux sleep 22222', 'enter');
  await screen.wait('3/10');
  await screen.waitUntil((each) => !each.screen().includes('cannot be saved'), 'the trouble is over');
  process.kill(screen.pid, 'SIGKILL');
  await screen.exit;
  await using again = await goOn(learner);
  await again.wait('3/10');
});

/** Puts a learner's state on a disk of 256 kB. */
async function smallDisk(learner: Newcomer) {
  const folder = learner.state;
  const filler = join(folder, 'filler');
  await mkdir(folder, { recursive: true });
  await execa('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]);
  return {
    fill: () => writeFile(filler, Buffer.alloc(1 << 20)).catch(() => undefined),
    clear: () => rm(filler),
    async [Symbol.asyncDispose]() {
      // Known by what is on the disk, and removed after it.
      await learner.machines();
      await execa('umount', ['--lazy', folder]);
    },
  };
}
