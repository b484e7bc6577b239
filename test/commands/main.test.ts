import { execa } from 'execa';
import { expect, test } from 'vitest';
import { root, seatrial } from './seatrial.ts';

test('the help names every command', async () => {
  const { code, stdout } = await seatrial(['--help']);
  expect(code).toBe(0);
  for (const name of ['run', 'list', 'test', 'lint', 'new', 'doctor', 'images', 'clean'])
    expect(stdout).toContain(`  ${name} `);
});

test('the language is that of the locale, or the one asked for', async () => {
  expect((await seatrial(['--help'], { env: { LC_ALL: 'ja_JP.UTF-8' } })).stdout).toContain('使い方:');
  expect((await seatrial(['list', '--lang', 'ja'])).stdout).toContain('コンテナは隔離されたプロセス');
  expect((await seatrial(['--lang=en', '--help'], { env: { LC_ALL: 'ja_JP.UTF-8' } })).stdout).toContain('Usage:');
});

test('the version is that of the package', async () => {
  expect(await seatrial(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
});

test.each([
  [['lsit'], 'There is no command "lsit".\nDid you mean `seatrial list`?'],
  [['list', '--jsn'], 'There is no option "--jsn".\nDid you mean `--json`?'],
  [['lint', '--format', 'gihub'], '"gihub" is not one of: plain, github, json.\nDid you mean `github`?'],
  [['--lang', 'fr', 'list'], '"fr" is not one of: en, ja.'],
  [['run'], 'The argument "lab" is missing.'],
  [['list', 'what'], 'There are more arguments than this command takes.'],
  [['lint', 'isolated-proceses'], 'There is no lab "isolated-proceses".\nDid you mean `isolated-processes`?'],
  [['lint', './nowhere'], 'There is no lab at ./nowhere'],
  [['new'], 'The argument "id" is missing.'],
  [['new', 'A B'], '"A B" cannot name a lab'],
])('%j is wrong use, and says what was meant', async (args, words) => {
  const { code, stdout, stderr } = await seatrial(args);
  expect(stderr).toContain(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('a reader that has seen enough is no mistake', async () => {
  const { stderr } = await execa({
    cwd: root,
    reject: false,
  })`${process.execPath} runner/main.ts list --json`.pipe('head', ['-c', '1']);
  expect(stderr).toBe('');
});

test('a Node that is too old is told so, with what to type instead', async () => {
  const old = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    ['--import', `data:text/javascript,${old}`, 'runner/main.ts', 'list'],
    { cwd: root, env: { LC_ALL: 'C.UTF-8' }, reject: false },
  );
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
  expect(stderr).toContain('Node.js 22 or later, and this is 20.20.2.');
  expect(stderr).toContain(`${root}/bin/seatrial`);
});
