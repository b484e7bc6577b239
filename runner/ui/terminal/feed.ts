import type { Readable } from 'node:stream';

/** Unparsed bytes from which the shell has to wait, and below which it goes on. */
const high = 256 * 1024;
const low = 64 * 1024;

/** Passes a shell's output on, and holds the shell back while too much of it is unparsed: `yes` stays harmless. */
export function feed(output: Readable, write: (data: Uint8Array, parsed: () => void) => void): () => void {
  let unparsed = 0;
  const take = (data: Uint8Array) => {
    unparsed += data.length;
    if (unparsed > high) output.pause();
    write(data, () => {
      unparsed -= data.length;
      if (unparsed < low && output.isPaused()) output.resume();
    });
  };
  output.on('data', take);
  return () => {
    output.off('data', take);
    output.resume();
  };
}
