import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A listening socket is the lock: the kernel lets go of it however its holder ends. Linux has names without a file (unix(7)). */
function lockName(what: string): string {
  const name = `seatrial-${createHash('sha256').update(what).digest('hex').slice(0, 16)}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
}

function listen(name: string): Promise<{ server: Server; waiting: Set<Socket> } | undefined> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<Socket>();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => {}).resume();
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve({ server, waiting }));
  });
}

/** Resolves when the holder has let go. A file that nobody listens on any more is removed. */
function released(name: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && !name.startsWith('\0')) unlinkSync(name);
    });
    socket.on('close', () => resolve()).resume();
  });
}

/**
Does work that only one process on this computer may do at a time. `onWait` is called if another is at it; whoever waited
should look whether anything is left to do.
*/
export async function withLock<T>(what: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const name = lockName(what);
  for (;;) {
    const lock = await listen(name);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.server.close();
        for (const socket of lock.waiting) socket.destroy();
      }
    }
    onWait();
    await released(name);
  }
}
