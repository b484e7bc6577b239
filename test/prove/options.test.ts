import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Docker from 'dockerode';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { root, seatrial } from '../commands/seatrial.ts';
import { ownLab } from '../helpers/smallLab.ts';
import { openTerminal } from '../helpers/terminal.ts';

const engine = new Docker();

const machinesOf = (lab: string) => engine.listContainers({ all: true, filters: { label: [`seatrial.lab=${lab}`] } });

/** A message that no mistake on the first step earns. */
const wrongMessage = (text: string) => text.replace('expect: There is no file /root/one', 'expect: something else');

type Options = { readonly env?: Readonly<Record<string, string>> };
const proveIn = (lab: { folder: string; path: string }, args: readonly string[], { env = {} }: Options = {}) =>
  seatrial(['test', lab.path, '--trust', ...args], { env: { XDG_STATE_HOME: join(lab.folder, 'state'), ...env } });

const lines = (stdout: string, part: string): number => stdout.split('\n').filter((each) => each.includes(part)).length;

test('--repeat proves everything so often, and 0 says that all is as declared', { timeout: 180_000 }, async () => {
  await using lab = await ownLab('repeated');
  const { code, stdout, stderr } = await proveIn(lab, ['--repeat', '2']);
  expect(stderr).toBe('');
  expect(stdout).toContain('0 not as declared, 0 could not be told');
  expect(lines(stdout, '› one › solved')).toBe(2);
  expect(lines(stdout, '› count › mistaken › answer 1')).toBe(2);
  expect(code).toBe(0);
});

test('--bail stops at the first thing that is not as declared, and 4 says whose fault it is', {
  timeout: 180_000,
}, async () => {
  await using lab = await ownLab('bailed', wrongMessage);
  const { code, stdout } = await proveIn(lab, ['--bail', '--jobs', '1']);
  expect(stdout.match(/^✘/gm)).toHaveLength(1);
  expect(stdout).toContain('› one › mistaken');
  expect(stdout).not.toContain('› count ›');
  expect(stdout).toContain('1 not as declared');
  expect(code).toBe(4);
  expect(await machinesOf(lab.id)).toEqual([]);
});

test('a mistake that cannot be undone is made on a machine of its own', { timeout: 180_000 }, async () => {
  await using lab = await ownLab('fresh', (text) => text.replace('undo: rm /root/two', 'fresh: true'));
  const { code, stdout } = await proveIn(lab, []);
  // On the same machine, the file that it has made would pass the next step untouched.
  expect(stdout).toContain('0 not as declared, 0 could not be told');
  expect(lines(stdout, '› one › mistaken › touch /root/two')).toBe(1);
  expect(code).toBe(0);
});

test('--keep leaves the machine of the failure alone, and says how to enter it; --timeout is how long a step may take', {
  timeout: 180_000,
}, async () => {
  await using lab = await ownLab('kept', (text) =>
    text.replace('solution: touch /root/two', 'solution: touch /root/2'),
  );
  const { code, stdout } = await proveIn(lab, ['--keep', '--timeout', '5', '--step', 'two']);
  expect(stdout).toContain('Step "two" has not passed within 5 s');
  expect(code).toBe(4);
  const kept = await machinesOf(lab.id);
  try {
    const names = kept.flatMap(({ Names }) => Names.map((each) => each.slice(1)));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(stdout).toContain(`docker exec -it ${name} bash`);
  } finally {
    for (const { Id } of kept) await engine.getContainer(Id).remove({ force: true, v: true });
  }
});

test('a step that is not there is answered with those that are, and with 2', async () => {
  await using lab = await ownLab('stepless');
  const { code, stdout, stderr } = await proveIn(lab, ['--step', 'tow']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Did you mean `two`?');
  expect(stderr).toContain('one, two, count');
  const { code: zero, stderr: why } = await proveIn(lab, ['--repeat', '0']);
  expect({ zero, why }).toEqual({ zero: 2, why: '--repeat takes a number above 0, not "0".' });
});

test('an engine that does not answer is 3, a lab that nobody trusts 1', async () => {
  await using lab = await ownLab('faulty');
  const away = { DOCKER_HOST: 'tcp://127.0.0.1:1', SEATRIAL_INSTALL: 'never' };
  expect((await proveIn(lab, [], { env: away })).code).toBe(3);
  const program = [join(root, 'runner/main.ts'), 'test', lab.path, '--lang', 'en'];
  const env = { XDG_STATE_HOME: join(lab.folder, 'state-2') };
  await using terminal = await openTerminal(process.execPath, program, { env });
  await terminal.wait('Do you trust this lab?', 30_000);
  terminal.keys('n', 'enter');
  expect((await terminal.exit).exitCode).toBe(1);
});

test('interrupted, it still writes its reports, leaves no machine, and ends with 130', {
  timeout: 180_000,
}, async () => {
  await using lab = await ownLab('called-off');
  const [json, junit] = [join(lab.folder, 'run.json'), join(lab.folder, 'run.xml')];
  const reports = ['--report', 'plain', '--report', `json=${json}`, '--report', `junit=${junit}`];
  const running = execa(process.execPath, [join(root, 'runner/main.ts'), 'test', lab.path, '--trust', ...reports], {
    env: { LC_ALL: 'C.UTF-8', XDG_STATE_HOME: join(lab.folder, 'state') },
    stdin: 'ignore',
    reject: false,
  });
  for await (const line of running) if (String(line).includes('solved')) running.kill('SIGINT');
  const { exitCode, stdout } = await running;
  expect(stdout).toContain('The run was interrupted.');
  expect(exitCode).toBe(130);
  const document = JSON.parse(readFileSync(json, 'utf8'));
  expect(document).toMatchObject({ kind: 'proof', outcome: 'interrupted', labs: [{ outcome: 'interrupted' }] });
  expect(document.labs[0].proofs.length).toBeGreaterThan(0);
  expect(readFileSync(junit, 'utf8')).toContain('</testsuites>');
  expect(await machinesOf(lab.id)).toEqual([]);
});

test('a folder of labs means the labs in it, for lint as for test', async () => {
  await using lab = await ownLab('foldered');
  const { code, stdout } = await seatrial(['lint', lab.folder], { cwd: lab.folder });
  expect(stdout).not.toContain('no lab at');
  expect([0, 4]).toContain(code);
  const missing = await seatrial(['test', lab.folder, '--step', 'none'], { cwd: lab.folder });
  expect(missing.stderr).toContain('one, two, count');
});
