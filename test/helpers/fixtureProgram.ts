import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { openTerminal, type TerminalOptions, type TestTerminal } from './terminal.ts';

const root = resolve(import.meta.dirname, '../..');

/** Bundles a program of `test/fixtures/` as the real one is bundled; gives back the file to run. */
export async function bundleFixture(name: string): Promise<string> {
  const folder = join(root, 'node_modules/.cache/seatrial-tests', name.replaceAll('/', '-'));
  const entry = join(root, 'test/fixtures', `${name}.ts`);
  await execa(process.execPath, [join(root, 'scripts/build.mjs'), entry, folder]);
  return join(folder, 'main.mjs');
}

/** Runs a bundled fixture on a pty, without what the test run's own environment says of colours and languages. */
export const openFixture = (
  file: string,
  args: readonly string[],
  options: TerminalOptions = {},
): Promise<TestTerminal> =>
  openTerminal(process.execPath, [file, ...args], {
    ...options,
    env: {
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      CI: undefined,
      INK_SCREEN_READER: undefined,
      LANG: 'en_US.UTF-8',
      ...options.env,
    },
  });
