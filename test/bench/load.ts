import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** So many loops that do nothing and do it as fast as they can, until they are disposed of. */
export async function busyLoops(count: number): Promise<AsyncDisposable> {
  const loops = Array.from({ length: count }, () => spawn('sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' }));
  await Promise.all(loops.map((loop) => once(loop, 'spawn')));
  return { [Symbol.asyncDispose]: async () => void (await Promise.all(loops.map(end))) };
}

async function end(loop: ChildProcess): Promise<void> {
  const ended = once(loop, 'exit');
  loop.kill('SIGKILL');
  await ended;
}
