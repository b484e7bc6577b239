import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintLab } from '../../runner/lab/lint/lintLab.ts';
import { readLab } from '../../runner/lab/read.ts';
import { say } from '../../runner/words/say.ts';
import { scriptResult } from '../../runner/world/shell/scriptResult.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { known } from '../lab/labs.ts';
import { fakeLab, fakeMachine, openFake } from './fake/session.ts';

const lab = fakeLab(`
  - id: count
    title: Count
    checks:
      - run: fact lines "$(wc -l < /root/notes)"
        gives: [lines]
    solution: "true"
  - id: tell
    title: Tell
    ask: How many lines?
    answer: "\${lines}"
    solution: echo \${lines}
`);

test('what a script says when it passes is a fact for later steps', async () => {
  const machine = fakeMachine();
  machine.things.script = () => ({ exitCode: 0, output: '', said: { facts: { lines: '3', more: '4' } } });
  const { session, send, answer, turn } = await openFake(lab, machine);
  await turn(1);
  expect(session.state().facts).toEqual({ lines: { kind: 'text', text: '3' } });
  await send('solution');
  expect(session.state().steps[1]?.solution).toBe('echo 3\nanswer 3');
  await answer('3');
  await turn(1);
  expect(session.state().finished).toBe(true);
});

test('a script that does not give what it is there to give is the lab’s fault', async () => {
  const machine = fakeMachine();
  machine.things.script = () => ({ exitCode: 0, output: '', said: {} });
  const { session, turn } = await openFake(lab, machine);
  await turn(1);
  const because = { id: 'script.no-fact', values: { name: 'lines' } };
  expect(session.state().steps[0]?.verdicts[0]).toMatchObject({ status: 'errored', blame: 'lab', because });
});

test('what takes its time is told and is no miss', async () => {
  const machine = fakeMachine();
  machine.things.script = () => ({ exitCode: 1, output: '', said: { because: 'No.', waiting: 'It takes a moment.' } });
  const { session, says, turn } = await openFake(lab, machine);
  await turn(2_000);
  expect(says()).toEqual(['It takes a moment.']);
  expect(session.state().steps[0]).toMatchObject({ attempts: 0, verdicts: { 0: { underWay: true } } });
});

test('the last of each that a script says counts', () => {
  const records = ['waiting=one', 'fact.a=1', 'fact.a=2=2', 'fact.b='].map((each) => `${each}\0`).join('');
  const answered = Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from(`text\0said\0${records}`)]);
  expect(scriptResult(answered).said).toEqual({ waiting: 'one', facts: { a: '2=2', b: '' } });
});

const withLib = `format: 1
id: lib
title: Functions
minutes: 1
languages: [en]
needs: { docker: {} }
steps:
  - id: one
    title: One
    checks:
      - run: |
          enough /root/one
          because "There are too few of $what."
    learned: It is so.
    solution: touch /root/one
    mistakes: [{ run: touch /root/two, expect: too few }]
`;

test('functions beside a lab stand before each of its scripts, and are part of it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'lib');
  mkdirSync(path);
  writeFileSync(join(path, 'lab.yaml'), withLib);
  const codes = () =>
    lintLab(readLab(path, known), known, { columns: 80, rows: 99, lines: () => 1 }).map(({ code }) => code);
  expect(codes()).toEqual(['hopeless-script', 'unknown-variable']);
  const before = readLab(path, known).lab?.en.digest;
  const text = 'what=lines\nenough() { test -s "$1" && exit 0; }\n';
  writeFileSync(join(path, 'lib.sh'), text);
  const { lab: read } = readLab(path, known);
  expect(codes()).toEqual([]);
  expect(read?.en.digest).not.toBe(before);
  expect(read?.ja.steps[0]?.checks[0]).toMatchObject({ kind: 'script', lib: text });
  writeFileSync(join(path, 'lib.sh'), `${text}if true; then\n`);
  expect(codes()).toContain('bad-script');
});

test('what a script sees must stay so for as long as the lab says, whatever comes in between', async () => {
  const stays = fakeLab(`
  - id: calm
    title: Calm
    stays: 4
    checks:
      - run: test -e /root/calm
      - run: test -e /root/calmer
        stays: 1
    solution: touch /root/calm
`);
  const machine = fakeMachine();
  machine.things.script = () => ({ exitCode: 0, output: '' });
  const { session, says, turn, wake } = await openFake(stays, machine);
  await turn(100);
  expect(says()).toEqual([4, 1].map((seconds) => say('en', { id: 'stays.waiting', values: { seconds } })));
  await turn(1_500);
  expect(session.state().steps[0]?.verdicts[1]?.status).toBe('passed');
  machine.things.script = () => ({ exitCode: 1, output: '', said: { because: 'No.' } });
  wake({ topic: 'docker.container.start', at: machine.clock.now() });
  await turn(1_000);
  machine.things.script = () => ({ exitCode: 0, output: '' });
  wake({ topic: 'docker.container.start', at: machine.clock.now() });
  await turn(2_500);
  expect(session.state().finished).toBe(false);
  await turn(3_000);
  expect(session.state().finished).toBe(true);
});
