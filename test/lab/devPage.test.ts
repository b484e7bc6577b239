import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, seatrial } from '../commands/seatrial.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { apply, blocksOf, printedIn, wordsOf } from '../helpers/page.ts';
import type { TestTerminal } from '../helpers/terminal.ts';
import { newcomer } from '../journey/newcomer.ts';

const page = readFileSync(join(root, 'docs/authors/dev.md'), 'utf8');

/** Times differ from run to run, and so do what is seen and how often; where lines are broken is of no interest. */
const steady = (text: string): string =>
  text
    .split('\n')
    .filter((row) => !/took \d|\{"/.test(row))
    .join('\n')
    .replace(/\d\d:\d\d:\d\d\.\d{3}/g, 'TIME')
    .replace(/looked (?:once|\d+ times)/g, 'looked')
    .replace(/\s+/g, ' ')
    .trim();

const shows = (screen: TestTerminal, text: string) =>
  screen.waitUntil((each) => steady(each.screen()).includes(steady(text)), text, 60_000);

test('the page shows what an author really sees', { timeout: 300_000 }, async () => {
  await using folder = await temporaryFolder();
  await using author = await newcomer();
  const lab = 'docker/notes';
  let screen: TestTerminal | undefined;
  try {
    for (const block of blocksOf(page)) {
      if (block.kind === 'console') {
        const { stdout } = await seatrial(wordsOf(block), { cwd: folder.path });
        expect(stdout).toBe(printedIn(block));
        screen = await author.run(['dev', lab, '--trust'], { cwd: folder.path, columns: 80, rows: 24 });
        await screen.wait(/root@\S+:~# *$/m, 60_000);
      } else if (block.kind === 'diff') apply(join(folder.path, lab, 'lab.yaml'), block);
      else if (screen && block.kind === 'screen') await shows(screen, block.text);
      else if (screen && block.kind === 'keys') screen.keys(...block.text.trim().split(' '));
    }
    screen?.keys('enter');
    expect((await screen?.exit)?.exitCode).toBe(0);
  } finally {
    await screen?.[Symbol.asyncDispose]();
  }
});
