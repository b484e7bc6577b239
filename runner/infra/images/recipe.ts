import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../../words/message.ts';
import { nodeDebian } from '../node/nodeDebian.ts';
import { SetupError } from '../SetupError.ts';
import { packageBase } from './packageBase.ts';

export type RecipeFile = { readonly path: string; readonly executable: boolean; readonly content: Buffer };

/** What an image is made from: a folder of `images/`. */
export type Recipe = {
  readonly name: string;
  /** What its Dockerfile's first line says it is for. */
  readonly purpose: string;
  /** The public image that `ARG BASE=` pins. */
  readonly base: string;
  readonly files: readonly RecipeFile[];
  /** Of the files and of the base that stands in where no registry answers. */
  readonly hash: string;
  readonly reference: string;
};

async function filesIn(folder: string, prefix = ''): Promise<readonly RecipeFile[]> {
  const entries = (await readdir(join(folder, prefix), { withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const found = entries.map(async (entry): Promise<readonly RecipeFile[]> => {
    const path = join(prefix, entry.name);
    if (entry.isDirectory()) return filesIn(folder, path);
    const { mode } = await stat(join(folder, path));
    return [{ path, executable: (mode & 0o100) !== 0, content: await readFile(join(folder, path)) }];
  });
  return (await Promise.all(found)).flat();
}

/** Of an image's files, and of what else it is made from where no registry answers. */
export function hashOf(name: string, files: readonly RecipeFile[]): string {
  const hash = createHash('sha256').update(packageBase.hash);
  if (name === 'node') hash.update(JSON.stringify(nodeDebian));
  for (const { path, executable, content } of files) {
    hash.update(`\n${path} ${executable ? 'x' : '-'} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}

/** Names of the folders that hold an image's recipe. */
export async function recipeNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const named = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ((await readdir(join(folder, name))).includes('Dockerfile') ? [name] : [])),
  );
  return named.flat().toSorted();
}

/** Reads the recipe of one image. Throws a {@link SetupError} where there is none or its Dockerfile lacks what it needs. */
export async function readRecipe(folder: string, name: string): Promise<Recipe> {
  const names = await recipeNames(folder);
  if (!names.includes(name)) throw new SetupError(message('setup.image-unknown', { name, names: names.join(', ') }));
  const files = await filesIn(join(folder, name));
  const dockerfile = files.find(({ path }) => path === 'Dockerfile')?.content.toString() ?? '';
  const purpose = dockerfile.match(/^#\s*(.+)/)?.[1];
  const base = dockerfile.match(/^ARG BASE=(\S+)/m)?.[1];
  if (!purpose || !base) throw new SetupError(message('setup.image-recipe', { name }));
  // What an image is built with is not in it.
  const hash = hashOf(
    name,
    files.filter(({ path }) => !path.startsWith('go/')),
  );
  return { name, purpose, base, files, hash, reference: `seatrial/${name}:${hash}` };
}

/** The files of one folder of a recipe, by their paths in it. */
export const inFolder = ({ files }: Recipe, folder: string): readonly RecipeFile[] =>
  files.flatMap((file) =>
    file.path.startsWith(`${folder}/`) ? [{ ...file, path: file.path.slice(folder.length + 1) }] : [],
  );
