import { utimesSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TestTerminal } from '../helpers/terminal.ts';
import { type Newcomer, newcomer, traces } from './newcomer.ts';

const lab = ['run', 'isolated-processes'];

const atPrompt = (screen: TestTerminal) => screen.wait(/root@\S+:\S+# *$/m, 30_000);

async function open(learner: Newcomer): Promise<TestTerminal> {
  const screen = await learner.run(lab);
  await atPrompt(screen);
  return screen;
}

/** Opens the lab and leaves it, its machine kept. */
async function keep(learner: Newcomer): Promise<void> {
  await using screen = await open(learner);
  screen.keys('switch', 'q');
  await screen.wait('Leave the lab?');
  screen.keys('enter');
  expect(await screen.exit).toEqual({ exitCode: 1, signal: 0 });
  expect(screen.screen()).toContain('Kept for later');
}

test('who leaves may stay, keep the machine, or have it removed', async () => {
  await using learner = await newcomer();
  await using screen = await open(learner);
  screen.keys('switch', 'q');
  await screen.wait('Leave the lab?');
  screen.keys('escape');
  await screen.waitUntil((each) => !each.screen().includes('Leave the lab?'), 'the question is gone');
  screen.keys('switch', 'leave keep', 'enter');
  expect(await screen.exit).toEqual({ exitCode: 1, signal: 0 });
  const left = await traces(await learner.machine());
  expect(await left()).toHaveLength(2);

  await using again = await learner.run(lab);
  await again.wait('0 of 10 steps');
  again.keys('enter');
  await atPrompt(again);
  again.keys('switch', 'q');
  await again.wait('Leave the lab?');
  again.keys('r');
  await again.wait('Remove the machine and everything on it?');
  again.keys('enter');
  expect(await again.exit).toEqual({ exitCode: 1, signal: 0 });
  expect(again.screen()).toContain('The machine is removed');
  expect(await left()).toEqual([]);
});

test('who wants neither to go on nor to begin anew changes nothing', async () => {
  await using learner = await newcomer();
  await keep(learner);
  await using again = await learner.run(lab);
  await again.wait('Neither now');
  again.keys('up', 'enter');
  expect(await again.exit).toEqual({ exitCode: 1, signal: 0 });
  expect(await learner.machines()).toHaveLength(1);

  await using asked = await learner.run(lab);
  await asked.wait('Continue where you left');
  asked.keys('ctrl-c');
  expect((await asked.exit).exitCode).toBe(130);
  expect(await learner.machines()).toHaveLength(1);
});

test('a machine that nobody used for seven days is named at the next start', async () => {
  await using learner = await newcomer();
  await keep(learner);
  const then = Date.now() / 1000 - 8 * 24 * 60 * 60;
  utimesSync(learner.journal, then, then);
  await using home = await learner.run([]);
  await home.wait('isolated-processes has not been used for 8 days');
  expect(home.screen()).toMatch(/seatrial\s+clean removes it/);
  home.keys('q');
  expect(await home.exit).toEqual({ exitCode: 0, signal: 0 });
});
