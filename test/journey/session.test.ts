import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { ownLab } from '../helpers/smallLab.ts';
import { newcomer } from './newcomer.ts';

const engine = new Docker();

const machinesOf = (lab: string) => engine.listContainers({ all: true, filters: { label: [`seatrial.lab=${lab}`] } });

const step = (document: { labs: { proofs: { step: string }[] }[] }, id: string) =>
  document.labs[0]?.proofs.find((each) => each.step === id);

test('without a terminal, what is typed line by line becomes a report, and no machine stays', async () => {
  await using learner = await newcomer();
  await using lab = await ownLab('piped');
  const input = 'hint\ntouch /root/two\ncat > /root/one <<END\na: 1\nEND\nanswer 1\nanswer 2\ntouch too-late\n';
  const junit = join(lab.folder, 'session.xml');
  const gradescope = join(lab.folder, 'results.json');
  const args = [
    'run',
    lab.path,
    '--trust',
    '--json',
    '--report',
    `junit=${junit}`,
    '--report',
    `gradescope=${gradescope}`,
  ];
  const { exitCode, stdout, stderr } = await learner.pipe(args, {}, input);
  const document = JSON.parse(stdout);

  expect(exitCode).toBe(0);
  expect(document).toMatchObject({ format: 1, kind: 'session', outcome: 'ok', keptMachines: [] });
  expect(step(document, 'one')).toMatchObject({ outcome: 'ok', learner: { status: 'solved', hints: 1 } });
  expect(step(document, 'count')).toMatchObject({
    answered: ['1', '2'],
    findings: [{ by: 'question 1', status: 'passed' }],
    learner: { attempts: 1, told: [{ status: 'pending', because: 'There are more.' }, { status: 'passed' }] },
  });
  expect(stderr).toContain('✔ Make a file (1/3)');
  expect(stderr).not.toContain('too-late');
  expect(readFileSync(junit, 'utf8')).toContain('tests="3" failures="0" errors="0"');
  expect(JSON.parse(readFileSync(gradescope, 'utf8')).tests).toHaveLength(3);
  expect(await machinesOf(lab.id)).toEqual([]);
  expect(learner.sessions()).toEqual([]);
});

test('what ends too early is told as unfinished, with what was skipped and shown', async () => {
  await using learner = await newcomer();
  await using lab = await ownLab('early');
  const { exitCode, stdout } = await learner.pipe(['run', lab.path, '--trust', '--json'], {}, 'skip\nsolve\n');
  const document = JSON.parse(stdout);
  expect(exitCode).toBe(1);
  expect(document).toMatchObject({ kind: 'session', outcome: 'failed' });
  expect(step(document, 'one')).toMatchObject({ outcome: 'failed', learner: { status: 'skipped' } });
  expect(step(document, 'two')).toMatchObject({
    because: 'The learner had the solution shown.',
    learner: { status: 'shown', solutionTyped: true },
  });
  expect(step(document, 'count')).toMatchObject({ because: 'The step was not finished.', learner: { status: 'open' } });
});

test('in a terminal the lab is drawn there as always, and the output holds the report alone', async () => {
  await using learner = await newcomer();
  await using lab = await ownLab('drawn');
  const output = join(lab.folder, 'result.json');
  await using screen = await learner.run(['run', lab.path, '--trust', '--json'], { output });
  await screen.wait('1. Make a file', 30_000);
  await screen.wait(/root@\S+:~# *$/m, 30_000);
  screen.keys('touch one', 'enter');
  await screen.wait('2. Make another');
  screen.keys('switch', 'q');
  await screen.wait('Leave the lab?');
  screen.keys('k');
  expect((await screen.exit).exitCode).toBe(1);
  const document = JSON.parse(readFileSync(output, 'utf8'));
  expect(document).toMatchObject({
    kind: 'session',
    outcome: 'failed',
    keptMachines: [(await learner.machine()).name],
  });
  expect(step(document, 'one')).toMatchObject({ outcome: 'ok', learner: { status: 'solved' } });
  expect(step(document, 'count')).toMatchObject({ learner: { status: 'ahead' } });
});

test('a session that is interrupted still writes its report, and only forms that know learners are taken', async () => {
  await using learner = await newcomer();
  await using lab = await ownLab('stopped');
  const output = join(lab.folder, 'result.json');
  await using screen = await learner.run(['run', lab.path, '--trust', '--json'], { output });
  await screen.wait('1. Make a file', 30_000);
  screen.kill('SIGTERM');
  expect((await screen.exit).exitCode).toBe(1);
  expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ kind: 'session', outcome: 'interrupted' });
  await learner.machines();

  const other = await learner.pipe(['run', lab.path, '--trust', '--report', 'github']);
  expect(other).toMatchObject({ exitCode: 2, stdout: '' });
  expect(other.stderr).toContain('json, junit, tap, gradescope');
});
