import type { Message } from '../../words/message.ts';
import { WorldError } from '../world.ts';
import type { Relay } from './relay.ts';

type Answer = { readonly resolve: (bytes: Buffer) => void; readonly reject: (error: Error) => void };

const hex = (text: string): string => `x${Buffer.from(text).toString('hex')}`;

/** Splits a helper's output into answers: a line "ID LENGTH", and that many bytes. */
export function answers(): (chunk: Buffer) => readonly { readonly id: number; readonly bytes: Buffer }[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = [];
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      const header = /^(\d+) (\d+)$/.exec(rest.toString('latin1', 0, end));
      // The engine puts in a line of its own where the machine goes while it is asked.
      if (!header) {
        rest = rest.subarray(end + 1);
        continue;
      }
      const id = Number(header[1]);
      const length = Number(header[2]);
      if (rest.length < end + 1 + length) break;
      whole.push({ id, bytes: rest.subarray(end + 1, end + 1 + length) });
      rest = rest.subarray(end + 1 + length);
    }
    return whole;
  };
}

/** The process on the machine that stays and answers there: a round trip of a ms instead of the 65 that a new exec takes. */
export class Helper {
  readonly #start: () => Promise<Relay>;
  readonly #explain: () => Message;
  readonly #waiting = new Map<number, Answer>();
  #relay: Promise<Relay> | undefined;
  #last = 0;
  #isClosed = false;

  /** `explain`: what to say when the helper is lost. */
  constructor(start: () => Promise<Relay>, explain: () => Message) {
    this.#start = start;
    this.#explain = explain;
    this.#connect().catch(() => undefined);
  }

  /** The answer to a request. Rejects with WorldError when the helper is lost meanwhile; the next request starts another. */
  async ask(verb: string, ...given: readonly string[]): Promise<Buffer> {
    return this.begin(verb, ...given).answer;
  }

  /** The same, with the request's number, by which it can be stopped. */
  begin(verb: string, ...given: readonly string[]): { readonly id: number; readonly answer: Promise<Buffer> } {
    this.#last += 1;
    const id = this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    this.#waiting.set(id, { resolve, reject });
    this.#connect().then(
      (relay) => relay.write(`${[id, verb, ...given.map(hex)].join(' ')}\n`),
      (cause: unknown) => this.#lose(cause),
    );
    return { id, answer: promise };
  }

  /** Whatever is asked from now on is refused, so that nobody starts another one. */
  close(): void {
    this.#isClosed = true;
    this.#relay?.then(
      (relay) => relay.destroy(),
      () => undefined,
    );
  }

  #connect(): Promise<Relay> {
    if (this.#isClosed) return Promise.reject(new Error('The helper has been let go.'));
    this.#relay ??= this.#start().then((relay) => {
      const split = answers();
      relay.on('data', (chunk: Buffer) => {
        for (const { id, bytes } of split(chunk)) {
          this.#waiting.get(id)?.resolve(bytes);
          this.#waiting.delete(id);
        }
      });
      relay.on('error', () => undefined);
      relay.on('end', () => relay.destroy());
      relay.on('close', () => this.#lose());
      return relay;
    });
    return this.#relay;
  }

  #lose(cause?: unknown): void {
    this.#relay = undefined;
    for (const { reject } of this.#waiting.values()) reject(new WorldError(this.#explain(), { cause }));
    this.#waiting.clear();
  }
}
