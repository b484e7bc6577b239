import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchLab } from '../../runner/commands/dev/watchFiles.ts';
import { temporaryFolder } from '../helpers/folder.ts';

test.each(['lab.yaml', 'lab.ja.yaml', 'lib.sh'])('a change of %s is a change of the lab', async (name) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'lab.yaml');
  writeFileSync(file, 'id: one\n');
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly attached: boolean }>();
  const stop = watchLab(file, resolve, reject);
  writeFileSync(join(folder.path, name), 'other\n');
  expect(await promise).toEqual({ attached: false });
  stop();
});
