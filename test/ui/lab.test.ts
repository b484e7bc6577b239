import { beforeAll, describe, expect, test } from 'vitest';
import { bundleFixture, openFixture } from '../helpers/fixtureProgram.ts';
import type { TestTerminal } from '../helpers/terminal.ts';

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
] as const;

const languages = {
  en: {
    locale: 'en_US.UTF-8',
    title: 'A container is an isolated process',
    first: '1. Leave a process running in a container',
    waiting: 'Waiting for you.',
    expected: 'expected  sleep 11111',
    hint: 'Hint 1 of 3',
    second: '2. Find it on the host',
    answer: 'Answer ▸',
    other: 'コンテナは隔離されたプロセスである',
  },
  ja: {
    locale: 'ja_JP.UTF-8',
    title: 'コンテナは隔離されたプロセスである',
    first: '1. コンテナの中でプロセスを動かし続ける',
    waiting: '操作を待っています。',
    expected: '期待  sleep 11111',
    hint: 'ヒント 1/3',
    second: '2. ホストから見つける',
    answer: '答え ▸',
    other: 'A container is an isolated process',
  },
} as const;

let program: string;
beforeAll(async () => {
  program = await bundleFixture('screen/main');
});

const openLab = async (size: { columns: number; rows: number }, locale = 'en_US.UTF-8'): Promise<TestTerminal> => {
  const screen = await openFixture(program, ['lab'], { ...size, env: { LANG: locale } });
  await screen.wait('learner:');
  return screen;
};

describe.each(sizes)('at $columns×$rows', (size) => {
  describe.each(Object.values(languages))('in $locale', (words) => {
    test('a step is read, missed, hinted at, passed, answered and left', async () => {
      await using screen = await openLab(size, words.locale);
      await screen.wait(words.title);
      await screen.wait(words.first);
      await screen.wait(words.waiting);
      expect(screen.alternate()).toBe(true);

      screen.keys('miss', 'enter');
      await screen.wait(words.expected);
      await screen.wait('✘ brave_hopper runs sleep 1111, not');

      screen.keys('switch', 'h');
      await screen.wait(words.hint);

      screen.keys('switch', 'pass', 'enter');
      await screen.wait('✔ brave_hopper runs sleep 11111.');
      await screen.wait(words.second);

      screen.keys('switch', 'a', '41');
      await screen.wait(`${words.answer} 41`);
      screen.keys('enter');
      await screen.wait('✘ 41 is not the PID of sleep.');
      screen.keys('42', 'enter');
      await screen.wait('✔ 42 is right.');
      screen.keys('42\r');
      await screen.wait(/^(?!.*Find it on the host).*3\. /ms);

      screen.keys('switch', 'L');
      await screen.wait(words.other);
      screen.keys('q', 'enter');
      expect(await screen.exit).toEqual({ exitCode: 0, signal: 0 });
      expect(screen.alternate()).toBe(false);
      expect(screen.cursor().shown).toBe(true);
      expect(screen.screen()).toContain('left: keep');
    });
  });

  test('the shell is a real terminal: vim and less, resized, leave the panel as it is', async () => {
    await using screen = await openLab(size);
    screen.keys('seq -f "line %g" 300 | less', 'enter');
    await screen.wait('line 3');
    screen.keys('down', 'down');
    await screen.waitUntil((each) => !/\bline 2\b/.test(each.screen()), 'less scrolled by two lines');
    screen.keys('q');
    await screen.wait(/learner:~# *$/m);
    screen.keys('vim -u NONE -c "set nocompatible showmode"', 'enter');
    await screen.wait('~');
    screen.keys('i日本語');
    await screen.wait('日本語');
    for (const [columns, rows] of [
      [130, 40],
      [90, 26],
      [70, 20],
      [size.columns, size.rows],
    ] as const) {
      screen.resize({ columns, rows });
      await screen.waitUntil(
        (each) =>
          each.rows().length === rows &&
          /A container is/.test(each.screen()) &&
          /日本語/.test(each.screen()) &&
          tildesReach(each, rows),
        `vim and panel at ${columns}×${rows}`,
      );
    }
    screen.keys('escape', ':q!', 'enter');
    await screen.wait(/learner:/);
    expect(screen.screen()).toContain('1. Leave a process running in a container');
  });

  test('a scrolling log keeps the panel', async () => {
    await using screen = await openLab(size);
    screen.keys('seq 1 20000', 'enter');
    await screen.wait(/^20000 *\n.*learner:~# *$/m);
    await screen.wait('A container is an isolated process');
    await screen.wait('Waiting for you.');
    screen.keys('\x1b[5;2~');
    await screen.wait('lines back');
    screen.keys('/19900', 'enter');
    await screen.wait('“19900” is at the top');
    await screen.wait(/^\D*19900\b/m);
    screen.keys('escape');
    await screen.wait(/\b20000\b/);
    await screen.waitUntil((each) => !each.screen().includes('lines back'), 'the prompt');
  });

  test('the solution is shown, then typed line by line', async () => {
    await using screen = await openLab(size);
    screen.keys('switch', 's', 's');
    await screen.wait(/│ +echo typed one|│ done/);
    screen.keys('s');
    await screen.wait(/typed 2\s*$/m);
    expect(screen.screen()).toContain('typed one');
  });
});

/** Vim has drawn its empty lines down to the last row but one. */
const tildesReach = (screen: TestTerminal, rows: number): boolean => /~/.test(screen.rows()[rows - 2] ?? '');
