// Of two set-ups of one checkout at once, the second waits for the first and then finds everything done.
import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A socket is the lock: the kernel lets go of it however its holder ends. Linux has sockets without a file. */
function lockName(root) {
  const name = `seatrial-setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
}

const listen = (name) =>
  new Promise((done, fail) => {
    const server = createServer((socket) => socket.on('error', () => {}).resume());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? done(undefined) : fail(error)));
    server.listen(name, () => done(server));
  });

/** Resolves when the holder has let go; a file that nobody listens on any more is removed. */
const released = (name) =>
  new Promise((done) => {
    const socket = connect(name);
    socket.on('error', (error) => {
      if (error.code === 'ECONNREFUSED' && !name.startsWith('\0')) unlinkSync(name);
    });
    socket.on('close', done);
    socket.resume();
  });

/** Resolves with the way to let go, once nobody else holds the lock of this checkout. */
export async function takeLock(root) {
  const name = lockName(root);
  for (;;) {
    const server = await listen(name);
    if (server) {
      const sockets = new Set();
      server.on('connection', (socket) => sockets.add(socket));
      return () => {
        server.close();
        for (const socket of sockets) socket.destroy();
      };
    }
    await released(name);
  }
}
