import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../checks/index.ts';
import { attachments } from '../../runner/lab/files.ts';
import { readLab } from '../../runner/lab/read.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { smallLab } from '../helpers/smallLab.ts';

const known = { checks: new Map(checks.map((check) => [check.name, check])), images: [] };

test('what a lab brings along keeps whether it can be run, and nothing that an editor has left comes with it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'brings');
  const files = join(path, 'files');
  mkdirSync(join(files, 'bin'), { recursive: true });
  const file = join(path, 'lab.yaml');
  writeFileSync(file, smallLab('brings'));
  writeFileSync(join(files, 'bin', 'greet'), 'echo Hello\n');
  writeFileSync(join(files, 'notes'), 'Notes\n');
  const digest = () => readLab(path, known).lab?.en.digest;
  const modes = () => [...attachments({ file })].map(([name, { mode }]) => `${name} ${mode.toString(8)}`);
  const plain = digest();
  chmodSync(join(files, 'notes'), 0o600);
  expect(modes()).toEqual(['bin/greet 644', 'notes 644']);
  expect(digest()).toBe(plain);
  chmodSync(join(files, 'bin', 'greet'), 0o700);
  expect(modes()).toEqual(['bin/greet 755', 'notes 644']);
  const runs = digest();
  expect(runs).not.toBe(plain);

  for (const left of ['notes~', '.notes.swp', 'bin/.greet.swo', '#notes#', '.DS_Store', 'bin/Thumbs.db', '._notes'])
    writeFileSync(join(files, left), left);
  symlinkSync('somebody@somewhere.1', join(files, '.#notes'));
  expect(modes()).toHaveLength(2);
  expect(digest()).toBe(runs);
  for (const own of ['.bashrc', 'a~b', '#1', 'swap.swp']) writeFileSync(join(files, own), own);
  expect(modes()).toHaveLength(6);
});
