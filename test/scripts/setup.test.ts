import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/folder.ts';

const root = resolve(import.meta.dirname, '../..');

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function execute(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((done) => {
    const options = { env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } };
    execFile(program, args, options, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

/** A checkout of one small program, with this one's dependencies. */
async function checkout(installed = true) {
  const folder = await temporaryFolder();
  for (const name of ['scripts', 'bin', 'package.json', 'package-lock.json']) {
    cpSync(join(root, name), join(folder.path, name), { recursive: true });
  }
  for (const name of ['runner', 'checks']) mkdirSync(join(folder.path, name));
  writeFileSync(join(folder.path, 'runner/main.ts'), 'process.stdout.write(`${process.version} ${process.argv[2]}`);');
  if (installed) symlinkSync(join(root, 'node_modules'), join(folder.path, 'node_modules'));
  const path = (name: string) => join(folder.path, name);
  const setup = (env?: Record<string, string>) => execute(process.execPath, [path('scripts/setup.mjs')], env);
  return { ...folder, path, setup, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test('set-up builds what is newer than the build, and is silent when there is nothing to do', async () => {
  await using here = await checkout();
  expect(await here.setup()).toMatchObject({ code: 0, stderr: expect.stringContaining('✔ Building Seatrial') });
  expect(await here.setup()).toEqual({ code: 0, stdout: '', stderr: '' });
  utimesSync(here.path('runner/main.ts'), 1, 1);
  expect((await here.setup()).stderr).toContain('✔ Building Seatrial');
});

test('the launcher runs the build on our own Node through any symbolic link', async () => {
  await using here = await checkout();
  await here.setup();
  mkdirSync(here.path('elsewhere'));
  symlinkSync('../bin/seatrial', here.path('elsewhere/inner'));
  symlinkSync(here.path('elsewhere/inner'), here.path('outer'));
  const ours = await execute(join(root, 'node_modules/.bin/node'), ['--version']);
  expect(await execute(here.path('outer'), ['hello'])).toMatchObject({ stdout: `${ours.stdout.trim()} hello` });
});

test('sources that cannot be built are told with their place, and the old build is not taken for theirs', async () => {
  await using here = await checkout();
  await here.setup();
  writeFileSync(here.path('runner/main.ts'), 'let x = ;');
  const broken = await here.setup();
  expect(broken).toMatchObject({ code: 70, stderr: expect.stringContaining('runner/main.ts:1:8') });
  expect((await here.setup()).code).toBe(70);
});

test('a package registry that does not answer is named as the cause', async () => {
  await using here = await checkout(false);
  const nowhere = {
    npm_config_registry: 'http://127.0.0.1:1',
    npm_config_fetch_retries: '0',
    npm_config_cache: here.path('cache'),
  };
  const english = await here.setup(nowhere);
  expect(english).toMatchObject({ code: 3, stderr: expect.stringContaining('The package registry does not answer') });
  expect(english.stderr).toContain('ECONNREFUSED');
  const japanese = await here.setup({ ...nowhere, LC_ALL: 'ja_JP.UTF-8' });
  expect(japanese).toMatchObject({ code: 3, stderr: expect.stringContaining('パッケージレジストリに接続できません') });
});

test('a lock file that does not match is told, with the command that mends it', async () => {
  await using here = await checkout(false);
  const manifest = JSON.parse(readFileSync(here.path('package.json'), 'utf8'));
  const dependencies = { ...manifest.dependencies, zod: '3.0.0' };
  writeFileSync(here.path('package.json'), JSON.stringify({ ...manifest, dependencies }));
  expect(await here.setup()).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('`npm install` makes them match'),
  });
});
