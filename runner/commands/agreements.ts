import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stateFolder } from '../journal/folder.ts';
import type { CommandContext } from './context.ts';

/** What the learner has agreed to once and is not asked again: keys, each on a line with words that say to people what it is. */
export type Agreements = {
  has(key: string): boolean;
  add(agreed: readonly { readonly key: string; readonly what: string }[]): void;
};

/** Those that are kept under this name, a file of the state folder. */
export function agreements(name: string, { env }: Pick<CommandContext, 'env'>): Agreements {
  const file = join(stateFolder(env), name);
  const known = linesOf(file).map((line) => line.split(' ')[0]);
  return {
    has: (key) => known.includes(key),
    add(agreed) {
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, agreed.map(({ key, what }) => `${key} ${what}\n`).join(''));
    },
  };
}

/** None where nothing was agreed to yet, or nobody can tell any more: then the learner is asked again. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
