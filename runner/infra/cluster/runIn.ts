import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type Docker from 'dockerode';
import { frames } from '../../world/machine/frames.ts';

export type Output = { readonly code: number; readonly output: string; readonly errors: string };

/** Runs a program in a container to its end, with this for its standard input. */
export async function runIn(
  container: Docker.Container,
  command: readonly string[],
  input?: Readable,
): Promise<Output> {
  const exec = await container.exec({
    Cmd: [...command],
    AttachStdin: input !== undefined,
    AttachStdout: true,
    AttachStderr: true,
  });
  const stream = await exec.start({ hijack: true, stdin: input !== undefined });
  const split = frames();
  const parts: { readonly [stream: number]: Buffer[] } = { 1: [], 2: [] };
  stream.on('data', (chunk: Buffer) => {
    for (const { stream: of, bytes } of split(chunk)) parts[of]?.push(Buffer.from(bytes));
  });
  const ended = new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject));
  // A program that ends before it has read all of its input tells why on its standard error.
  if (input) await pipeline(input, stream, { end: true }).catch(() => undefined);
  await ended;
  const { ExitCode } = await exec.inspect();
  const text = (of: number) => Buffer.concat(parts[of] ?? []).toString();
  return { code: ExitCode ?? 1, output: text(1), errors: text(2) };
}
