import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckUse } from '../../runner/lab/lab.ts';
import { judgeCheck } from '../../runner/session/judgeCheck.ts';
import { systemClock } from '../../runner/verdict/clock.ts';
import { script } from '../../runner/verdict/script.ts';
import { say } from '../../runner/words/say.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';
import { concerns } from '../../runner/world/wake.ts';
import { openMachine, run } from '../helpers/machine.ts';

let machine: Machine & AsyncDisposable;

beforeAll(async () => {
  machine = await openMachine('check-scripts');
});

afterAll(() => machine[Symbol.asyncDispose]());

async function judge(text: string, language: 'en' | 'ja' = 'en') {
  const use: CheckUse = { kind: 'script', run: text, position: { file: 'lab.yaml', line: 1, column: 1 } };
  const facts = { word: { kind: 'text', text: 'a  b' } } as const;
  const scene = { world: machine.world, clock: systemClock, checks: new Map(), facts, language };
  const { verdict, evidence } = await judgeCheck(use, 0, 0, scene);
  return { ...verdict, because: say('en', verdict.because), evidence };
}

test('a script that gives a reason shows it, beside what was expected and what is there', async () => {
  const said = { because: 'There are too few files.', expected: '3', actual: '1' };
  expect(await judge('echo noise; expected 2; expected 3; actual 1; because "There are too few files."')).toEqual({
    status: 'pending',
    because: 'There are too few files.',
    attempt: true,
    mismatch: { expected: '3', actual: '1' },
    evidence: { kind: 'observed', observed: { exitCode: 1, output: 'noise\n', said } },
  });
});

test('without a reason it shows what it printed; what it printed is kept for the author either way', async () => {
  expect(await judge('echo "There is no file."; exit 1')).toMatchObject({
    status: 'pending',
    because: 'There is no file.',
  });
  expect(await judge('test -e /nowhere')).toMatchObject({ status: 'pending' });
  expect(await judge('because "All of it is there."; exit 0')).toMatchObject({
    status: 'passed',
    because: 'All of it is there.',
  });
});

test('any other exit code is the fault of the lab, with what it printed', async () => {
  const { status, because } = await judge('echo "dockerd says no"; exit 2');
  expect(status).toBe('errored');
  expect(because).toContain('dockerd says no');
});

test('a script that does not end is the fault of the lab too', async () => {
  expect(await judge('sleep 1000')).toMatchObject({
    status: 'errored',
    blame: 'lab',
    because: "The check script did not end within 8 s, so it was stopped. The lab's author must make it faster.",
  });
}, 20_000);

test('it sees facts and the language of the learner', async () => {
  expect(await judge('because "$word in $LANG"', 'ja')).toMatchObject({ because: 'a  b in ja_JP.UTF-8' });
});

test('reasons may hold whatever a text may hold, and leave no file behind', async () => {
  const text = `$'a = "b"\\n日本語 100%'`;
  expect(await judge(`because ${text}`)).toMatchObject({ because: 'a = "b"\n日本語 100%' });
  expect(await run(machine, 'ls /dev/shm')).toBe('');
});

test('the commands are for scripts alone', async () => {
  expect(
    await run(machine, 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; type because || true'),
  ).toContain('not found');
});

test.each(['docker.container.top', 'docker.container.archive-path'])(
  'what a script asks of the engine does not wake it again: %s',
  (topic) => expect(concerns(script.wakesOn, topic)).toBe(false),
);
