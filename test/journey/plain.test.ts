import { expect, test } from 'vitest';
import { newcomer } from './newcomer.ts';

const ways = [
  ['NO_COLOR', [], { NO_COLOR: '1' }],
  ['TERM=dumb', [], { TERM: 'dumb' }],
  ['--plain', ['--plain'], {}],
  ['INK_SCREEN_READER', [], { INK_SCREEN_READER: '1' }],
] as const;

test.each(ways)('%s: the first steps line by line', async (name, args, env) => {
  await using learner = await newcomer();
  const begun = await learner.run(['run', 'isolated-processes', ...args], { columns: 100, rows: 100, env });
  await using screen = begun;
  const type = (line: string) => screen.keys(line, 'enter');
  await screen.wait(/1\. Meet the host[\s\S]*root@lab:~# *$/m, 30_000);
  type('hint');
  await screen.wait('A program that shows the status of processes');
  type('answer systemd');
  await screen.wait(/✘ On many machines it is[\s\S]*root@lab:~# *$/m);
  type('answer init');
  await screen.wait('✔ Meet the host (1/10)');
  await screen.wait(/2\. Leave a process running in a container[\s\S]*root@lab:~# *$/m);
  type('until docker image inspect linux; do :; done &> /dev/null; docker run -d linux sleep 1111');
  await screen.wait(
    /✘ `\w+` runs `sleep 1111`, not `sleep 11111`\.\n {2}expected {2}sleep 11111\n {2}actual {4}sleep 1111\n/,
    30_000,
  );
  type('docker run -d linux sleep 11111');
  await screen.wait('(2/10)');
  type('docker run -d linux sleep 22222');
  await screen.wait('(3/10)');
  type('docker ps');
  await screen.wait('(4/10)');
  await screen.wait(/5\. Look inside[\s\S]*root@lab:~# *$/m);
  expect(screen.screen().indexOf('(4/10)')).toBeGreaterThan(screen.screen().lastIndexOf('CONTAINER ID'));
  expect(screen.alternate()).toBe(false);
  expect(screen.raw).not.toMatch(/\x1b\]7733|\x1b\[\?1049|\x1b\[\?2026/);
  if (name === 'NO_COLOR' || name === 'TERM=dumb') expect(screen.raw).not.toMatch(/\x1b\[[0-9;]*m/);
  type('leave');
  await screen.wait('[keep/remove/stay]');
  type('keep');
  expect(await screen.exit).toEqual({ exitCode: 1, signal: 0 });

  // Coming back is line by line, too.
  await using again = await learner.run(['run', 'isolated-processes', ...args], { columns: 100, rows: 60, env });
  await again.wait(/4 of 10 steps are done/);
  again.keys('enter');
  await again.wait(/5\. Look inside[\s\S]*root@lab:~# *$/m);
  expect(again.screen()).toContain('1. Continue where you left');
  again.keys('leave remove', 'enter');
  expect(await again.exit).toEqual({ exitCode: 1, signal: 0 });
});
