import type { Duplex } from 'node:stream';
import type Docker from 'dockerode';
import type { Terminal } from '../../world/machine/machine.ts';

// dtach keeps the shell when its viewer is gone, and shows it to the next one; -E and -z leave every key to the shell.
const shell = (name: string) => ['dtach', '-A', `/run/seatrial/${name}.sock`, '-r', 'winch', '-z', '-E', 'bash'];

// Ctrl-P Ctrl-Q, which is for containers on the machine, would detach from the machine itself. Ctrl-] never comes so far.
const detachKeys = 'ctrl-],ctrl-],ctrl-],ctrl-]';

/** A view of a shell on the machine, the learner's unless named. It is started where there is none, and outlives the view. */
export async function openTerminal(
  host: Docker,
  machine: string,
  size: { readonly columns: number; readonly rows: number },
  name = 'shell',
): Promise<Terminal> {
  const exec = await host.getContainer(machine).exec({
    Cmd: shell(name),
    Tty: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    DetachKeys: detachKeys,
    Env: ['TERM=xterm-256color', 'COLORTERM=truecolor'],
    WorkingDir: '/root',
  });
  const stream = await exec.start({ hijack: true, stdin: true, Tty: true });
  const closed = new Promise<void>((resolve) => {
    stream.on('close', () => resolve()).on('error', () => resolve());
  });
  const resize = async (columns: number, rows: number): Promise<void> => {
    // The shell may end between two keystrokes; then there is nothing to resize.
    await exec.resize({ w: columns, h: rows }).catch(() => undefined);
  };
  // Bash draws its prompt again only when the size really changes, so it is another one until dtach has attached.
  await resize(size.columns, size.rows - 1);
  await Promise.race([attached(stream), closed]);
  // Both sizes in one go would be no change to a bash that is slow to look.
  await Promise.race([spoken(stream), closed]);
  await resize(size.columns, size.rows);

  return {
    output: stream,
    write: (data) => {
      stream.write(data);
    },
    resize,
    closed,
    close: () => {
      stream.destroy();
    },
  };
}

/** How long a shell may take to draw its prompt, in ms. A program that says nothing has nothing to draw. */
const patience = 1000;

/** Resolves once there is something to read, or nothing is to be expected. */
function spoken(stream: Duplex): Promise<void> {
  if (stream.readableLength > 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stream.off('readable', done);
      resolve();
    };
    const timer = setTimeout(done, patience);
    stream.on('readable', done);
  });
}

/** What dtach writes when it attaches. Whether the window is cleared is its owner's business. */
const clearing = Buffer.from('\x1b[H\x1b[J');

/** Resolves once dtach has attached; what was written behind that stays to be read. */
function attached(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      stream.off('readable', look);
      const first: Buffer | null = stream.read();
      const rest = first?.subarray(first.indexOf(clearing) === 0 ? clearing.length : 0);
      if (rest && rest.length > 0) stream.unshift(rest);
      resolve();
    };
    stream.on('readable', look);
  });
}
