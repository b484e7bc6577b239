import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/folder.ts';
import { newcomer } from '../journey/newcomer.ts';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist');
const hook = join(root, 'test/helpers/tellLoaded.mjs');

/** What the client library for Kubernetes says, and nothing else does. */
const said = 'No active cluster!';
const holdsClient = (file: string) => readFileSync(file, 'utf8').includes(said);

const clientParts = () =>
  readdirSync(built)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => join(built, name))
    .filter(holdsClient);

/** Somebody whose program tells which of its parts it loads. */
async function observed() {
  const folder = await temporaryFolder();
  const list = join(folder.path, 'loaded');
  const learner = await newcomer({ NODE_OPTIONS: `--import=${hook}`, LOADED: list });
  return {
    learner,
    loaded: () =>
      readFileSync(list, 'utf8')
        .split('\n')
        .filter((address) => address.startsWith('file:'))
        .map((address) => fileURLToPath(address)),
    [Symbol.asyncDispose]: async () => {
      await learner[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('the client library for Kubernetes is a part of its own', () => {
  expect(readFileSync(join(root, 'node_modules/@kubernetes/client-node/dist/config.js'), 'utf8')).toContain(said);
  expect(clientParts()).not.toEqual([]);
});

test.each([[['--help']], [['list']], [['lint', 'isolated-processes']]])('%j does not load it', async (args) => {
  await using program = await observed();
  expect((await program.learner.pipe(args)).exitCode).toBe(0);
  expect(program.loaded()).toContain(join(built, 'main.mjs'));
  expect(program.loaded().filter(holdsClient)).toEqual([]);
});

test('a lab on a Docker engine does not load it', async () => {
  await using program = await observed();
  await using screen = await program.learner.run(['run', 'isolated-processes'], { columns: 120, rows: 36 });
  await screen.wait('1. Meet the host', 30_000);
  await screen.wait(/root@\S+:~# *$/m, 30_000);
  // By the next step what looks at the world and what judges is loaded as well.
  screen.keys('switch', 'a', 'init', 'enter');
  await screen.wait('1/10', 30_000);
  expect(program.loaded().length).toBeGreaterThan(10);
  expect(program.loaded().filter(holdsClient)).toEqual([]);
});
