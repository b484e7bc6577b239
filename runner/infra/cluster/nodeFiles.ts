import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type Docker from 'dockerode';
import { extract, pack } from 'tar-stream';
import { statusOf } from '../../world/statusOf.ts';

type Content = string | Buffer;

/** Writes files into a container, whether it runs or not; folders are made. Paths are absolute. For everybody to read unless a mode is given. */
export async function writeFiles(
  container: Docker.Container,
  files: Readonly<Record<string, Content | { readonly content: Content; readonly mode: number }>>,
): Promise<void> {
  const archive = pack();
  for (const [path, file] of Object.entries(files)) {
    const name = path.replace(/^\//, '');
    if (typeof file === 'string' || Buffer.isBuffer(file)) archive.entry({ name }, file);
    else archive.entry({ name, mode: file.mode }, file.content);
  }
  archive.finalize();
  await container.putArchive(await buffer(archive), { path: '/' });
}

/** The files of a container's folder, by their paths in it, whether it runs or not; none where there is no such folder. */
export async function readFiles(container: Docker.Container, folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const answer = await container.getArchive({ path: folder }).catch((error: unknown) => {
    // 404: no such path (Engine API, `GET /containers/{id}/archive`).
    if (statusOf(error) === 404) return undefined;
    throw error;
  });
  return answer ? unpack(answer) : new Map();
}

async function unpack(answer: NodeJS.ReadableStream): Promise<ReadonlyMap<string, Buffer>> {
  const archive = extract();
  answer.on('error', (error) => archive.destroy(error)).pipe(archive);
  const found = new Map<string, Buffer>();
  for await (const entry of archive as AsyncIterable<Readable & { header: { name: string; type?: string | null } }>) {
    const content = await buffer(entry);
    if (entry.header.type === 'file') found.set(entry.header.name.split('/').slice(1).join('/'), content);
  }
  return found;
}
