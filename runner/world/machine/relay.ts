import { Duplex } from 'node:stream';
import type Docker from 'dockerode';
import { frames } from './frames.ts';

/**
Input and output of a program that runs on the machine, as a stream in both directions.

It stands in for a socket where Node's HTTP agent wants one, hence the methods that do nothing.
*/
export class Relay extends Duplex {
  readonly #carrier: Duplex;

  constructor(carrier: Duplex) {
    super();
    this.#carrier = carrier;
    const split = frames();
    carrier.on('data', (chunk: Buffer) => {
      for (const { stream, bytes } of split(chunk)) if (stream === 1 && !this.push(bytes)) carrier.pause();
    });
    carrier.on('end', () => this.push(null));
    carrier.on('close', () => this.destroy());
    carrier.on('error', (error) => this.destroy(error));
  }

  override _read(): void {
    this.#carrier.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#carrier.write(chunk, done);
  }

  override _final(done: () => void): void {
    this.#carrier.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#carrier.destroy();
    done(error);
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** Starts a program on the machine, through the engine that the machine runs on. */
export async function relay(host: Docker, machine: string, command: readonly string[]): Promise<Relay> {
  const exec = await host.getContainer(machine).exec({
    Cmd: [...command],
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
  });
  return new Relay(await exec.start({ hijack: true, stdin: true }));
}
