import { renameSync, writeFileSync } from 'node:fs';
import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { removeMachine } from '../../runner/infra/machine/removeMachine.ts';
import { ownLab, smallLab } from '../helpers/smallLab.ts';
import type { TestTerminal } from '../helpers/terminal.ts';
import { newcomer } from './newcomer.ts';

const engine = new Docker();

const machinesOf = (lab: string) => engine.listContainers({ all: true, filters: { label: [`seatrial.lab=${lab}`] } });

/** The panel, as one line: where its lines are broken is of no interest here. */
const told = (screen: TestTerminal): string => screen.screen().replace(/[│┃]/g, '').replace(/\s+/g, ' ');
const tells = (screen: TestTerminal, text: string, deadline = 30_000) =>
  screen.waitUntil((each) => told(each).includes(text), text, deadline);

const size = { columns: 80, rows: 24 };

async function open(name: string) {
  const learner = await newcomer();
  const lab = await ownLab(name);
  const screen = await learner.run(['dev', lab.path, '--trust'], size);
  await screen.wait('1. Make a file', 30_000);
  await screen.wait(/root@\S+:~# *$/m, 30_000);
  return {
    ...{ learner, lab, screen },
    async [Symbol.asyncDispose]() {
      await screen[Symbol.asyncDispose]();
      // Killed, it had no time to remove its machine.
      for (const { Id } of await machinesOf(lab.id)) await removeMachine(engine, Id);
      await lab[Symbol.asyncDispose]();
      await learner[Symbol.asyncDispose]();
    },
  };
}

test('what is saved is read again at once, on the same machine, and what is broken is shown while the last lab goes on', async () => {
  await using author = await open('saved');
  const { screen, lab } = author;
  screen.keys('touch here', 'enter');

  lab.write((text) => text.replace('title: Make a file', 'title: Make one file'));
  await tells(screen, '1. Make one file');
  await tells(screen, ': one.');

  // As many editors do: a new file is written and renamed over the old one.
  writeFileSync(`${lab.file}.new`, smallLab(lab.id).replace('test -e /root/one ||', 'test -e /root/here ||'));
  renameSync(`${lab.file}.new`, lab.file);
  await tells(screen, '2. Make another');

  lab.write((text) => text.replace('solution: touch /root/two', 'solutoin: touch /root/two'));
  await tells(screen, 'What you saved is no lab');
  await tells(screen, 'Did you mean solution?');
  expect(screen.screen()).toMatch(/lab\.yaml:28:5 {2}unknown-key/);
  expect(screen.screen()).toMatch(/28 │ {5}solutoin: touch/);
  expect(told(screen)).toContain('2. Make another');

  lab.write((text) =>
    text.replace('test -e /root/one', 'test -e /root/first').replace('images: []', 'images: [linux]'),
  );
  await tells(screen, 'images has changed: n makes a machine anew for it.');
  await tells(screen, 'Already passed, and judged otherwise now: one.');
  expect(told(screen)).not.toContain('no lab');
  expect(await machinesOf(lab.id)).toHaveLength(1);
});

test('any step is a key away, forward on the same machine and backward on a new one', async () => {
  await using author = await open('steps');
  const { screen, lab } = author;
  const [first] = await machinesOf(lab.id);
  screen.keys('switch', 'g');
  await screen.wait('Enter choose');
  screen.keys('down', 'down');
  await screen.wait('▸ ○ 3. Count them');
  screen.keys('enter');
  await tells(screen, 'You are at “Count them”, the steps before it solved.');
  await screen.wait('touch /root/two');
  expect((await machinesOf(lab.id)).map(({ Id }) => Id)).toEqual([first?.Id]);

  screen.keys('switch', 'g');
  await screen.wait('▸ ● 3. Count them');
  screen.keys('up', 'enter');
  await tells(screen, 'You are at “Make another”');
  screen.keys('ls', 'enter');
  await screen.wait(/# ls\s+one\s/);
  const now = (await machinesOf(lab.id)).map(({ Id }) => Id);
  expect(now).not.toEqual([first?.Id]);
});

test('what the step declares is typed by a key and held against what it should earn, and taken back', async () => {
  await using author = await open('trials');
  const { screen } = author;
  screen.keys('switch', 't');
  await screen.wait('▸ solution touch /root/one');
  screen.keys('down', 'down', 'enter');
  await tells(screen, '✔ touch /root/two leaves the step open and earns: There is no file /root/one. It is undone.');

  screen.keys('touch left-over', 'enter');
  await screen.wait(/left-over *\n\S+:~# *$/m);
  screen.keys('switch', 'o');
  // Where the computer is so busy that this cannot be proven in time, it is a new machine.
  await screen.waitUntil(
    (each) => /The machine is as it was|this is a new machine/.test(told(each)),
    'a step as opened',
    60_000,
  );
  await screen.wait(/root@\S+:~# *$/m, 30_000);
  screen.keys('switch', 'clear; ls | wc -l', 'enter');
  await screen.wait(/^0 *$/m);

  screen.keys('switch', 't');
  await screen.wait('▸ solution');
  screen.keys('down', 'enter');
  await tells(screen, '✔ echo > /root/one passes the step.');
  await tells(screen, '2. Make another');

  screen.keys('switch', 'e');
  await screen.wait('▸ run  ○ pending');
  await screen.wait(/evidence \{"kind":"observed"/);
  await screen.wait(/step\.opened \d\d:\d\d:\d\d\.\d{3}, took \d+\.\d ms/);
  screen.keys('1');
  await screen.wait(/"because":/);
  screen.keys('left');
  await screen.wait('▸ run  ✔ passed');
  screen.keys('q');
  await tells(screen, '2. Make another');

  screen.keys('touch /root/two', 'enter');
  await tells(screen, '3. Count them');
  screen.keys('answer 2', 'enter');
  await tells(screen, 'The machine is removed when you leave.');
});

test('no session of a learner is continued or disturbed, and nothing of the author stays', async () => {
  await using author = await open('aside');
  const { screen, lab, learner } = author;
  await using other = await learner.run(['run', lab.path], size);
  await other.wait('1. Make a file', 30_000);
  await other.wait(/root@\S+:~# *$/m, 30_000);
  other.keys('touch one', 'enter');
  await other.wait('2. Make another');
  expect(screen.screen()).toContain('1. Make a file');
  screen.keys('switch', 'q');
  await screen.wait('Enter leave');
  screen.keys('enter');
  expect((await screen.exit).exitCode).toBe(0);
  expect(screen.screen()).toContain('The machine is removed.');
  const [left, ...more] = await machinesOf(lab.id);
  expect(left?.Id).toBe((await learner.machine()).id);
  expect(more).toEqual([]);
});

test('a machine that somebody removes is replaced by a key, at the same step', async () => {
  await using author = await open('lost');
  const { screen, lab } = author;
  screen.keys('touch one', 'enter');
  await screen.wait('2. Make another');
  const [machine] = await machinesOf(lab.id);
  await removeMachine(engine, machine?.Id ?? '');
  await screen.wait('n new machine  q leave');
  screen.keys('n');
  await tells(screen, 'You are at “Make another”');
  expect(await machinesOf(lab.id)).toHaveLength(1);
});

test('a terminal that is closed leaves no machine, and without one dev says what to use instead', async () => {
  await using author = await open('closed');
  const { screen, lab, learner } = author;
  screen.kill('SIGHUP');
  await screen.exit;
  expect(await machinesOf(lab.id)).toEqual([]);
  const piped = await learner.pipe(['dev', lab.path]);
  expect(piped.exitCode).toBe(2);
  expect(piped.stderr).toContain(`seatrial test --watch ${lab.path}`);
});
