import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/folder.ts';
import { openTerminal } from '../helpers/terminal.ts';
import { root, seatrial } from './seatrial.ts';

const asked = (folder: string, language: string, ...args: readonly string[]) =>
  openTerminal(process.execPath, [join(root, 'runner/main.ts'), 'new', '--folder', '.', '--lang', language, ...args], {
    cwd: folder,
    columns: 100,
  });

test('in a terminal, a lab is asked for, and what is written passes lint', async () => {
  await using folder = await temporaryFolder();
  await using terminal = await asked(folder.path, 'en');
  await terminal.wait('Engine that it runs on');
  terminal.keys('enter');
  await terminal.wait('Track (the folder of labs that it belongs to) (docker)');
  terminal.keys('enter');
  await terminal.wait('Id (names its folder)');
  terminal.keys('My Lab', 'enter');
  await terminal.wait('"My Lab" cannot name a lab');
  for (const _ of 'My Lab') terminal.keys('backspace');
  terminal.keys('find-it', 'enter');
  await terminal.wait('Title (Find it)');
  terminal.keys('Find "it"', 'enter');
  await terminal.wait('Title in Japanese (Find "it")');
  terminal.keys('「それ」を探す', 'enter');
  await terminal.wait('Minutes that it takes');
  terminal.keys('enter');
  expect(await terminal.exit).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(folder.path, 'docker/find-it/lab.yaml'), 'utf8')).toContain('title: "Find \\"it\\""');
  const linted = await seatrial(['lint', 'docker/find-it'], { cwd: folder.path });
  expect(linted).toEqual({ code: 0, stdout: '1 lab, nothing to report.', stderr: '' });
});

test('a title that nobody has translated is said to be so, and lint says it again', async () => {
  await using folder = await temporaryFolder();
  const written = await seatrial(['new', 'find-it', '--folder', '.', '--title', 'Find it'], { cwd: folder.path });
  expect(written.stdout).toContain(
    'Its title in Japanese is still the English one: write it in docker/find-it/lab.ja.yaml',
  );
  const linted = await seatrial(['lint', 'docker/find-it'], { cwd: folder.path });
  expect(linted).toMatchObject({ code: 4 });
  expect(linted.stdout).toContain('lab.ja.yaml:1:1  untranslated');
});

test.each([
  ['docker', 'docker: {}'],
  ['kubernetes', 'kubernetes: {}'],
])('there is a lab to start from for %s, and it passes lint', async (engine, needs) => {
  await using folder = await temporaryFolder();
  const written = await seatrial(['new', 'reach', '--engine', engine, '--folder', '.'], { cwd: folder.path });
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(join(folder.path, engine, 'reach/lab.yaml'), 'utf8')).toContain(`needs: { ${needs} }`);
  const linted = await seatrial(['lint', '.'], { cwd: folder.path });
  expect(linted).toEqual({ code: 0, stdout: '1 lab, nothing to report.', stderr: '' });
});

test('what the command line says is not asked, and Ctrl-C leaves nothing behind', async () => {
  await using folder = await temporaryFolder();
  await using terminal = await asked(
    folder.path,
    'ja',
    'find-it',
    '--engine',
    'docker',
    '--track',
    'docker',
    '--title',
    'Find it',
  );
  await terminal.wait('日本語のタイトル');
  expect(terminal.screen()).not.toContain('トラック');
  terminal.keys('ctrl-c');
  expect(await terminal.exit).toMatchObject({ exitCode: 130 });
  expect((await seatrial(['lint', 'docker/find-it'], { cwd: folder.path })).code).toBe(2);
});

test('a lab from elsewhere needs somebody who trusts it, once', async () => {
  await using folder = await temporaryFolder();
  const env = { XDG_STATE_HOME: join(folder.path, 'state') };
  await seatrial(['new', 'find-it', '--folder', '.'], { cwd: folder.path });
  const refused = await seatrial(['test', 'docker/find-it'], { cwd: folder.path, env });
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('as root in a privileged container');
  expect(refused.stderr).toContain('--trust');

  await using terminal = await openTerminal(
    process.execPath,
    [join(root, 'runner/main.ts'), 'run', 'docker/find-it', '--lang', 'en'],
    { cwd: folder.path, env },
  );
  await terminal.wait('Do you trust this lab?');
  expect(terminal.screen()).toContain('docker/find-it');
  terminal.keys('n', 'enter');
  expect(await terminal.exit).toMatchObject({ exitCode: 1 });
});

test('a new lab passes its own proof', { timeout: 120_000 }, async () => {
  await using folder = await temporaryFolder();
  const env = { XDG_STATE_HOME: join(folder.path, 'state') };
  await seatrial(['new', 'find-it', '--folder', '.'], { cwd: folder.path });
  const proven = await seatrial(['test', 'docker/find-it', '--trust'], { cwd: folder.path, env });
  expect(proven.stdout).toContain('0 not as declared, 0 could not be told');
  expect(proven.code).toBe(0);
  const again = await seatrial(['test', 'docker/find-it', '--step', 'start'], { cwd: folder.path, env });
  expect(again.code).toBe(0);
});
