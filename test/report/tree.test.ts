import { beforeAll, expect, test } from 'vitest';
import { bundleFixture, openFixture } from '../helpers/fixtureProgram.ts';
import type { TestTerminal } from '../helpers/terminal.ts';
import { thirtyLabs } from './thirtyLabs.ts';

let program: string;
beforeAll(async () => {
  program = await bundleFixture('report/main');
});

/** Sends a word to the program; resolves once all that it draws for it is on the screen. */
async function step(terminal: TestTerminal, word: string): Promise<void> {
  const from = terminal.raw.length;
  terminal.write(`${word}\n`);
  await terminal.waitUntil(({ raw }) => raw.indexOf('\x1b]0;', from) >= 0, `the picture after ${word}`);
}

/** The program, once it reads. */
async function opened(labs: number): Promise<TestTerminal> {
  const terminal = await openFixture(program, [String(labs)]);
  await terminal.waitUntil(({ raw }) => raw.includes('ready'), 'that it reads');
  return terminal;
}

const rowsOf = (terminal: TestTerminal) => terminal.rows().filter((row) => row.trim() !== '');

test('a lab is a tree: what is proven of it, and for how long', async () => {
  await using terminal = await opened(2);
  // The run, both labs, and what is proven of each.
  for (const word of ['next', 'next', 'next', 'next', 'next', 'time', 'time']) await step(terminal, word);
  const rows = rowsOf(terminal);
  expect(rows.map((row) => row.slice(0, 44))).toEqual([
    '○ lab-01  0  2 s',
    '  └   2 s  host › solved › docker run -d lin',
    '○ lab-02  0  2 s',
    '  └   2 s  host › solved › docker run -d lin',
    '0 of 2 labs done · 0 as declared, 0 not as d',
  ]);
  expect(rows[1]).toMatch(/…$/);
});

test('thirty labs at once fit an 80×24 terminal, and no picture leaves a trace of the one before', async () => {
  await using terminal = await opened(30);
  const { length } = thirtyLabs(30);
  for (let drawn = 0; drawn < length - 1; drawn += 1) {
    await step(terminal, 'next');
    if (drawn % 37 !== 0) continue;
    const rows = rowsOf(terminal);
    const running = rows.filter((row) => row.startsWith('○')).map((row) => row.split(' ')[1]);
    expect(new Set(running).size, rows.join('\n')).toBe(running.length);
    expect(rows.filter((row) => / labs done · /.test(row))).toHaveLength(1);
    expect(rows.at(-1)).toMatch(/ labs done · .* · /);
  }
  await step(terminal, 'end');
  await terminal.exit;
  const rows = rowsOf(terminal);
  expect(rows.at(-1)).toBe('297 as declared, 3 not as declared, 0 could not be told, in 61.0 s.');
  expect(rows.slice(-4, -1)).toEqual([
    '✘ lab-30  10  12.5 s',
    '    ✔ host  ✔ first  ✔ second  ✔ list  ✔ inside  ✘ files  ✔ addresses',
    '    ✔ outside  ✔ parents  ✔ remove',
  ]);
  // All that lasts stands above, each once.
  const whole = terminal.scrollback();
  for (let lab = 1; lab <= 30; lab += 1) {
    const id = `lab-${String(lab).padStart(2, '0')}`;
    expect(whole.filter((row) => row.startsWith(`✔ ${id}  `) || row.startsWith(`✘ ${id}  `))).toHaveLength(1);
  }
  expect(whole.filter((row) => /^✘ lab-\d+ › files › solved/.test(row))).toHaveLength(3);
  expect(whole.filter((row) => row.startsWith('○'))).toEqual([]);
});

test('a smaller terminal is drawn for as it is now', async () => {
  await using terminal = await opened(30);
  for (let drawn = 0; drawn < 65; drawn += 1) await step(terminal, 'next');
  terminal.resize({ columns: 60, rows: 12 });
  await step(terminal, 'time');
  await step(terminal, 'time');
  const rows = rowsOf(terminal);
  expect(rows.length).toBeLessThanOrEqual(11);
  expect(rows.at(-2)).toMatch(/… and \d+ more/);
  expect(rows.at(-1)).toMatch(/ labs done · /);
});

test('each picture is written at once, between the marks of a whole one', async () => {
  await using terminal = await opened(3);
  await step(terminal, 'end');
  const pictures = terminal.raw.split('\x1b[?2026h').slice(1);
  expect(pictures.length).toBeGreaterThan(60);
  for (const each of pictures) expect(each).toContain('\x1b[?2026l');
});
