import type Docker from 'dockerode';
import { z } from 'zod';

export type FileKind = 'file' | 'directory' | 'other';

const answer = z.object({
  headers: z.object({ 'x-docker-container-path-stat': z.string() }),
});
const stat = z.object({ mode: z.number() });

// Go's os.FileMode: what is no regular file has one of these bits.
const directory = 1 << 31;
const notRegular = directory | (1 << 27) | (1 << 26) | (1 << 25) | (1 << 24) | (1 << 21) | (1 << 19);

/** What lies at an absolute path in a container, running or not, links followed: ContainerArchiveInfo in the Engine API reference. */
export async function statPath(docker: Docker, container: string, path: string): Promise<FileKind> {
  const head: NodeJS.ReadableStream = await docker.getContainer(container).infoArchive({ path });
  head.resume();
  const { headers } = answer.parse(head);
  const { mode } = stat.parse(JSON.parse(Buffer.from(headers['x-docker-container-path-stat'], 'base64').toString()));
  if ((mode & directory) !== 0) return 'directory';
  return (mode & notRegular) === 0 ? 'file' : 'other';
}
