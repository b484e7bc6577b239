import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Lock = { release(): void };

/**
Holds a session for this process. Resolves with undefined where another process holds it.

The lock is a listening Unix socket: it answers as long as its process lives, and a crash leaves nothing but a file that refuses.
*/
export async function lockSession(folder: string, session: string): Promise<Lock | undefined> {
  // Not in the folder itself: a socket's path may have 108 bytes at most (unix(7)).
  const name = createHash('sha256').update(join(folder, session)).digest('hex').slice(0, 24);
  const path = join(tmpdir(), `seatrial-${name}.sock`);
  const server = await listen(path);
  if (server) return { release: () => void server.close() };
  if (await answers(path)) return undefined;
  rmSync(path, { force: true });
  const again = await listen(path);
  return again && { release: () => void again.close() };
}

function listen(path: string): Promise<Server | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Server | undefined>();
  const server = createServer((socket) => socket.destroy());
  server.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
  );
  server.listen(path, () => {
    server.unref();
    resolve(server);
  });
  return promise;
}

function answers(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(path, () => {
    socket.destroy();
    resolve(true);
  });
  socket.once('error', () => resolve(false));
  return promise;
}
