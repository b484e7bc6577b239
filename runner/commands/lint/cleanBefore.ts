import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageNames } from '../../lab/catalog.ts';
import { overlayFile } from '../../lab/files.ts';
import type { CommandContext } from '../context.ts';

type Place = Pick<CommandContext, 'env' | 'root'>;

const kept = 1000;

/** Labs in which nothing was found before; whoever has not changed since, need not be looked at again. */
export type CleanBefore = {
  has(file: string): boolean;
  remember(files: readonly string[]): void;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/**
A lab's files, the images that there are, and the program itself: bundled, its parts are named by what is in them.
From its sources it has no such name, and remembers nothing.
*/
export function cleanBefore({ env, root }: Place): CleanBefore {
  const program = basename(fileURLToPath(import.meta.url));
  if (program.endsWith('.ts')) return { has: () => false, remember: () => {} };

  const store = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'seatrial', 'lint');
  const images = imageNames(join(root, 'images')).join();
  const known = textOf(store).split('\n').filter(Boolean);
  const digestOf = (file: string) =>
    createHash('sha256')
      .update([program, images, file, textOf(file), textOf(overlayFile(file, 'ja'))].join('\0'))
      .digest('hex')
      .slice(0, 32);

  return {
    has: (file) => known.includes(digestOf(file)),
    remember: (files) => {
      const all = [...new Set([...known, ...files.map(digestOf)])].slice(-kept);
      try {
        mkdirSync(dirname(store), { recursive: true });
        writeFileSync(`${store}.${process.pid}`, `${all.join('\n')}\n`);
        renameSync(`${store}.${process.pid}`, store);
      } catch {
        // What cannot be remembered is looked at again.
      }
    },
  };
}
