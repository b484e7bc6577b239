import { beforeAll, expect, test } from 'vitest';
import { bundleFixture, openFixture } from '../helpers/fixtureProgram.ts';

let program: string;
beforeAll(async () => {
  program = await bundleFixture('screen/main');
});

const openPlain = (env: Readonly<Record<string, string>> = {}) =>
  openFixture(program, ['plain'], { rows: 60, env: { NO_COLOR: '1', ...env } });

test('verdicts stand above the prompt, in the order in which things were done', async () => {
  await using screen = await openPlain();
  await screen.wait('Start a container in the background from the image `linux`');
  await screen.wait(/learner:~# *$/m);
  screen.keys('miss', 'enter');
  await screen.wait(
    /✘ `brave_hopper` runs `sleep 1111`, not `sleep 11111`\.\n {2}expected {2}sleep 11111\n {2}actual {4}sleep 1111/,
  );
  screen.keys('hint', 'enter');
  await screen.wait('A container in the background is detached.');
  screen.keys('pass', 'enter');
  await screen.wait('✔ Leave a process running in a container (1/4)');
  await screen.wait(/2\. Find it on the host[\s\S]*learner:~# *$/m);
  screen.keys('answer 41', 'enter');
  await screen.wait('✘ `41` is not the PID of `sleep`.');
  expect(screen.alternate()).toBe(false);
  expect(screen.raw).not.toMatch(/\x1b\[[0-9;]+m|\x1b\]7733/);
});

test('what is told while a command runs waits for the prompt; a line half typed stays', async () => {
  await using screen = await openPlain();
  await screen.wait(/learner:~# *$/m);
  screen.keys('miss; echo $((40 + 2)); read answer', 'enter');
  // The shell gives the terminal to its commands first: what is typed before that may lose its Enter.
  await screen.wait(/^42$/m);
  screen.keys('done', 'enter');
  await screen.wait(/^42\ndone\n✘ `brave_hopper`[\s\S]*learner:~# *$/m);
});

test('leave asks with one line', async () => {
  await using screen = await openPlain({ LANG: 'ja_JP.UTF-8' });
  await screen.wait(/learner:~# *$/m);
  screen.keys('leave', 'enter');
  await screen.wait('[keep/remove/stay]');
  screen.keys('stay', 'enter');
  await screen.wait(/stay\n(?:\n)?learner:~# *$/m);
  screen.keys('exit', 'enter');
  await screen.wait('[keep/remove]');
  screen.keys('remove', 'enter');
  expect(await screen.exit).toEqual({ exitCode: 0, signal: 0 });
  expect(screen.screen()).toContain('left: remove');
});
