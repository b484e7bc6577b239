import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownLab } from '../helpers/smallLab.ts';
import { seatrial } from './seatrial.ts';

test('npm start resolves paths from where it was typed', async () => {
  await using lab = await ownLab('typed');
  const env = { npm_lifecycle_event: 'start', INIT_CWD: lab.folder };
  const { stdout } = await seatrial(['lint', lab.id], { env });
  expect(stdout).toContain(`${lab.id}/lab.ja.yaml:`);
  const elsewhere = await seatrial(['lint', lab.id], { cwd: lab.path, env });
  expect(elsewhere.code).toBe(2);
});

test('a file of attempts names its lab by a path from itself, and every slip in it is told with its place', async () => {
  await using lab = await ownLab('tried');
  const folder = join(lab.folder, 'bugs');
  mkdirSync(folder);
  const file = join(folder, 'attempts.yaml');
  const attempts = (at: string, does: string) =>
    writeFileSync(
      file,
      `lab: ../${lab.id}\nattempts:\n  - name: a slip\n    at: ${at}\n    ${does}\n    expect: pending\n`,
    );
  const prove = () => seatrial(['test', '--attempts', 'attempts.yaml'], { cwd: folder });

  attempts('tow', 'run: ls');
  const lost = await prove();
  expect(lost.code).toBe(4);
  expect(lost.stderr).toContain('attempts.yaml:4:9  unknown-step');
  expect(lost.stderr).toContain('4 |     at: tow');
  expect(lost.stderr).toContain('Did you mean two?');

  attempts('two', 'runs: ls');
  const misspelt = await prove();
  expect(misspelt.stderr).toContain('attempts.yaml:5:5  unknown-key');
  expect(misspelt.stderr).toContain('Did you mean run?');

  attempts('two', 'says: nothing');
  expect((await prove()).stderr).toContain('An attempt has `run`');

  // What is right is only a matter of trust.
  attempts('two', 'run: ls');
  expect((await prove()).stderr).toContain('--trust');
});
