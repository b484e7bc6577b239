import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import type { RecipeFile } from './recipe.ts';

/** A file of the computer's that goes into a build. */
export type BuiltFile = { readonly path: string; readonly from: string };

/** Every layer says whose it is from the first step on, so that those of a build that broke off can be found and removed. */
function labelled(dockerfile: Buffer, name: string): Buffer {
  return Buffer.from(dockerfile.toString().replace(/^FROM\s.*$/gim, (from) => `${from}\nLABEL seatrial.image=${name}`));
}

// No times and owners, so that equal files make equal layers.
const mtime = new Date(0);

async function fill(tar: Pack, name: string, files: readonly RecipeFile[], built: readonly BuiltFile[]) {
  for (const { path, executable, content } of files) {
    const entry = { name: path, mode: executable ? 0o755 : 0o644, mtime };
    tar.entry(entry, path === 'Dockerfile' ? labelled(content, name) : content);
  }
  for (const { path, from } of built) {
    const { size } = await stat(from);
    await pipeline(createReadStream(from), tar.entry({ name: path, mode: 0o755, mtime, size }));
  }
  tar.finalize();
}

/** The files that an image called `name` is made from, as the engine wants them: a tar archive. */
export function contextOf(name: string, files: readonly RecipeFile[], built: readonly BuiltFile[] = []): Readable {
  const tar = pack();
  fill(tar, name, files, built).catch((error: Error) => tar.destroy(error));
  return Readable.from(tar);
}
