import { join, resolve } from 'node:path';
import { execa } from 'execa';

export const root = resolve(import.meta.dirname, '../..');

export type Ended = { readonly code: number | undefined; readonly stdout: string; readonly stderr: string };

/** Runs the program from its sources, without a terminal. */
export async function seatrial(
  args: readonly string[],
  { cwd = root, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const ended = await execa(process.execPath, [join(root, 'runner/main.ts'), ...args], {
    cwd,
    env: { LC_ALL: 'C.UTF-8', ...env },
    stdin: 'ignore',
    reject: false,
  });
  return { code: ended.exitCode, stdout: ended.stdout, stderr: ended.stderr };
}
