import { join } from 'node:path';
import Docker from 'dockerode';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { root } from '../commands/seatrial.ts';
import { ownLab } from '../helpers/smallLab.ts';
import { openTerminal } from '../helpers/terminal.ts';

const engine = new Docker();
const program = join(root, 'runner/main.ts');

const machinesOf = (lab: string) => engine.listContainers({ all: true, filters: { label: [`seatrial.lab=${lab}`] } });

/** A run that watches, without a terminal, and everything that it has written so far. */
function watching(lab: { path: string; folder: string }) {
  const running = execa(process.execPath, [program, 'test', lab.path, '--trust', '--watch'], {
    env: { LC_ALL: 'C.UTF-8', XDG_STATE_HOME: join(lab.folder, 'state') },
    stdin: 'ignore',
    all: true,
    reject: false,
  });
  let text = '';
  let seen = 0;
  const lookers = new Set<() => void>();
  running.all.on('data', (data: Buffer) => {
    text += data;
    for (const look of [...lookers]) look();
  });
  return {
    running,
    /** Resolves with what was written since the last time, as soon as this is in it. */
    until(wanted: string): Promise<string> {
      return new Promise((resolve) => {
        const look = () => {
          const at = text.indexOf(wanted, seen);
          if (at < 0) return;
          lookers.delete(look);
          const part = text.slice(seen, at + wanted.length);
          seen = at + wanted.length;
          resolve(part);
        };
        lookers.add(look);
        look();
      });
    },
  };
}

test('only the steps that have changed are proven again, and the last run decides the exit code', {
  timeout: 240_000,
}, async () => {
  await using lab = await ownLab('watched');
  const { running, until } = watching(lab);
  expect(await until('Watching')).toContain('0 not as declared, 0 could not be told');

  lab.write((text) =>
    text.replace('run: touch /root/three', 'run: touch /root/four').replace('rm /root/three', 'rm /root/four'),
  );
  const second = await until('Watching');
  expect(second).toContain(`Changed in ${lab.id}: two.`);
  expect(second).toContain('› two › mistaken › touch /root/four');
  expect(second).not.toMatch(/› (one|count) ›/);

  lab.write((text) => text.replace('minutes: 1', 'minutse: 1'));
  expect(await until('Watching')).toContain('Did you mean minutes?');
  running.kill('SIGINT');
  expect((await running).exitCode).toBe(4);
});

test('a change while something is proven calls that off and begins anew, and nothing is left of it', {
  timeout: 240_000,
}, async () => {
  await using lab = await ownLab('overtaken');
  const { running, until } = watching(lab);
  await until('› one › untouched');
  lab.write((text) => text.replace('Make a file', 'Make one file'));
  expect(await until('Changed again')).not.toContain('Watching');
  const rest = await until('Watching');
  expect(rest).toContain('› one › untouched');
  expect(rest).toContain('0 not as declared, 0 could not be told');
  running.kill('SIGINT');
  expect((await running).exitCode).toBe(0);
  expect(await machinesOf(lab.id)).toEqual([]);
});

test('in a terminal, q ends it', { timeout: 240_000 }, async () => {
  await using lab = await ownLab('keyed');
  const env = { XDG_STATE_HOME: join(lab.folder, 'state'), LANG: 'en_US.UTF-8', LC_ALL: undefined };
  const args = [program, 'test', lab.path, '--trust', '--watch', '--step', 'one'];
  await using terminal = await openTerminal(process.execPath, args, { env, columns: 100 });
  await terminal.wait('q ends.', 120_000);
  terminal.keys('q');
  expect((await terminal.exit).exitCode).toBe(0);
});

test('in a terminal, what is said of a change stands below what was drawn before it', {
  timeout: 240_000,
}, async () => {
  await using lab = await ownLab('drawn');
  const env = { XDG_STATE_HOME: join(lab.folder, 'state'), LANG: 'en_US.UTF-8', LC_ALL: undefined };
  const args = [program, 'test', lab.path, '--trust', '--watch', '--step', 'one'];
  await using terminal = await openTerminal(process.execPath, args, { env, columns: 100 });
  await terminal.wait(/└ +\d+ s +one › mistaken/, 120_000);
  lab.write((text) => text.replace('Make a file', 'Make one file'));
  await terminal.wait('q ends.', 120_000);
  expect(terminal.screen()).toContain('Changed again: what was being proven is called off.');
  expect(terminal.screen()).not.toContain('○');
  terminal.keys('q');
  expect((await terminal.exit).exitCode).toBe(0);
});
