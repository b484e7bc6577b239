import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, seatrial } from '../commands/seatrial.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { apply, blocksOf, printedIn, steady, wordsOf, write } from '../helpers/page.ts';

const page = readFileSync(join(root, 'docs/authors/first-lab.md'), 'utf8');

test('the page leads from nothing to a proven lab, and shows what really appears', { timeout: 300_000 }, async () => {
  await using folder = await temporaryFolder();
  const env = { XDG_STATE_HOME: join(folder.path, 'state') };
  const codes: (number | undefined)[] = [];
  for (const block of blocksOf(page)) {
    if (block.kind === 'yaml') write(folder.path, block);
    else if (block.kind === 'diff') apply(join(folder.path, 'docker/notes/lab.yaml'), block);
    else {
      const { code, stdout, stderr } = await seatrial(wordsOf(block), { cwd: folder.path, env });
      codes.push(code);
      expect(stderr).toBe('');
      expect(steady(stdout)).toEqual(steady(printedIn(block)));
    }
  }
  expect(codes).toEqual([0, 4, 4, 0, 0, 4, 0]);
});
