import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type Docker from 'dockerode';

export type Attached = {
  /** Its standard input. */
  readonly input: NodeJS.ReadWriteStream;
  /** Resolves with the last lines that it wrote, once it has ended and all are handed on. */
  readonly tail: Promise<readonly string[]>;
};

const kept = 12;

/** Holds a container's standard streams, from before it is started; its lines are handed on as they come. */
export async function attach(container: Docker.Container, onLine: (line: string) => void): Promise<Attached> {
  const input = await container.attach({ stream: true, hijack: true, stdin: true, stdout: true, stderr: true });
  const output = new PassThrough();
  const tail: string[] = [];
  const lines = createInterface({ input: output }).on('line', (line) => {
    tail.push(line);
    if (tail.length > kept) tail.shift();
    onLine(line);
  });
  container.modem.demuxStream(input, output, output);
  for (const event of ['end', 'error']) input.on(event, () => output.end());
  return { input, tail: new Promise((resolve) => lines.on('close', () => resolve(tail))) };
}
