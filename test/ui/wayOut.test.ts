import { beforeAll, expect, test } from 'vitest';
import { bundleFixture, openFixture } from '../helpers/fixtureProgram.ts';
import type { TestTerminal } from '../helpers/terminal.ts';

let program: string;
beforeAll(async () => {
  program = await bundleFixture('screen/main');
});

const openLab = async (): Promise<TestTerminal> => {
  const screen = await openFixture(program, ['lab']);
  await screen.wait('learner:');
  return screen;
};

function expectRestored(screen: TestTerminal): void {
  expect(screen.alternate()).toBe(false);
  expect(screen.cursor().shown).toBe(true);
  expect(screen.raw.lastIndexOf('\x1b[?2004l')).toBeGreaterThan(screen.raw.lastIndexOf('\x1b[?2004h'));
}

test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
  '%s restores the terminal and keeps the machine',
  async (signal) => {
    await using screen = await openLab();
    process.kill(screen.pid, signal);
    expect(await screen.exit).toEqual({ exitCode: 0, signal: 0 });
    expectRestored(screen);
    expect(screen.screen()).toContain('left: ended');
  },
);

test('the end of the shell asks what now, and opens another one', async () => {
  await using screen = await openLab();
  screen.keys('exit', 'enter');
  await screen.wait('The shell has ended.');
  screen.keys('enter');
  await screen.waitUntil(
    (each) => /learner:~# *$/m.test(each.screen()) && !each.screen().includes('has ended'),
    'a new prompt',
  );
  screen.keys('exit', 'enter');
  await screen.wait('The shell has ended.');
  screen.keys('r');
  await screen.wait('Remove the machine and everything on it?');
  screen.keys('escape');
  await screen.wait('The shell has ended.');
  screen.keys('r', 'enter');
  await screen.exit;
  expectRestored(screen);
  expect(screen.screen()).toContain('left: remove');
});

test('leave asks, and stays where that is wanted', async () => {
  await using screen = await openLab();
  screen.keys('leave', 'enter');
  await screen.wait('Leave the lab?');
  screen.keys('escape');
  await screen.waitUntil((each) => !each.screen().includes('Leave the lab?'), 'the question is gone');
  screen.keys('switch', 'echo still', ' here', 'enter');
  await screen.wait('still here');
});

test('a window that is too small says so, and is as before once it has grown', async () => {
  await using screen = await openLab();
  screen.resize({ columns: 50, rows: 12 });
  await screen.wait('at least 60×16: make it larger');
  screen.resize({ columns: 80, rows: 24 });
  await screen.wait('1. Leave a process running');
  await screen.wait('learner:');
});

test('everything can be skipped, and the summary is honest about it', async () => {
  await using screen = await openLab();
  screen.keys('miss', 'enter');
  await screen.wait('expected');
  screen.keys('pass', 'enter');
  await screen.wait('2. Find it on the host');
  for (const next of ['3. Look at where', '4. Remove it', 'What you have done']) {
    screen.keys('switch', 'k');
    await screen.wait('Skip this step?');
    screen.keys('y');
    await screen.wait(next);
  }
  await screen.wait('1 of 4 steps solved by yourself, 3 skipped');
  await screen.wait(/✔ Leave a process running in a container +1 miss · +0:15/);
  screen.keys('pageDown');
  await screen.wait('sleep 11111 has PID 4242 here and PID 1 inside.');
  screen.keys('escape');
  await screen.wait('The lab is complete');
  screen.keys('switch', 'q', 'enter');
  await screen.exit;
  expect(screen.screen()).toContain('left: keep');
});
