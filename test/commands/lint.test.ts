import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/folder.ts';
import { root } from './seatrial.ts';

test('a lab that was clean is looked at again once it has changed', async () => {
  await using folder = await temporaryFolder();
  const lab = join(folder.path, 'notes');
  cpSync(join(root, 'test/lab/defects/notes'), lab, { recursive: true });
  // The built program: only that remembers.
  const lint = async (...args: readonly string[]) => {
    const env = { XDG_CACHE_HOME: join(folder.path, 'cache'), LC_ALL: 'C.UTF-8' };
    const { exitCode, stdout } = await execa(join(root, 'bin/seatrial'), ['lint', lab, ...args], {
      env,
      reject: false,
    });
    return { exitCode, stdout };
  };
  const clean = { exitCode: 0, stdout: '1 lab, nothing to report.' };
  expect(await lint()).toEqual(clean);
  expect(existsSync(join(folder.path, 'cache/seatrial/lint'))).toBe(true);
  expect(await lint()).toEqual(clean);
  for (const args of [['--format', 'json'], ['--json']])
    expect(JSON.parse((await lint(...args)).stdout)).toEqual({ version: 1, labs: 1, problems: [] });

  const file = join(lab, 'lab.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('[ "$state" = running ]', '[ $state = running ]'));
  expect(await lint()).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('unquoted-test') });
  expect(await lint('--fix')).toEqual(clean);
  expect(readFileSync(file, 'utf8')).toContain('[ "$state" = running ]');

  const japanese = join(lab, 'lab.ja.yaml');
  writeFileSync(japanese, readFileSync(japanese, 'utf8').replace('アドレスを調べる', 'Find its address'));
  expect(await lint()).toMatchObject({ exitCode: 4, stdout: expect.stringContaining('untranslated') });
});
