import { StringDecoder } from 'node:string_decoder';
import { message } from '../../words/message.ts';
import type { Relay } from '../machine/relay.ts';
import { WorldError } from '../world.ts';
import { nodeWitness } from './nodeWitness.ts';
import { type ExecSeen, execAfter, type OpenedBy, readEvent, readOpened } from './witnessed.ts';

type Given = {
  readonly node: string;
  /** Starts a program on the node. */
  readonly start: (command: readonly string[]) => Promise<Relay>;
  readonly onExec: () => void;
  readonly onOpened: () => void;
};

/** What can be watched: a file as a process sees it; who reads the process list in that process's `/proc`; what is refused to whoever sees the processes that it sees, or who of these starts others; who sends a signal, or gets it. */
export type Watched =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'lists' }
  | { readonly kind: 'refusals' | 'forks' }
  /** `to`: what the kernel calls the process that it is sent to. */
  | { readonly kind: 'signals' | 'receipts'; readonly number: number; readonly to: string };

type Answer = { readonly at: number; readonly why: string };

/** How long the runtime takes at most to tell of its execs after it was asked to, in ms. */
export const margin = 1_000;

/** Somebody on a node who sees which execs its runtime starts and ends, and who opens which files there. */
export class Witness {
  readonly #given: Given;
  readonly #execs = new Map<string, ExecSeen>();
  readonly #opened = new Map<string, Map<string, OpenedBy>>();
  readonly #answers = new Map<string, (answer: Answer) => void>();
  /** Since when each is watched. */
  readonly #since = new Map<string, number>();
  #relay: Promise<Relay> | undefined;
  #began: number | undefined;
  #worked = false;
  #closed = false;
  #last = 0;

  constructor(given: Given) {
    this.#given = given;
    this.#connect().catch(() => undefined);
  }

  /** Every exec since it has been watching, oldest first, and since when that is; undefined on a node that cannot be watched. */
  async execs(): Promise<{ readonly from: number; readonly all: readonly ExecSeen[] } | undefined> {
    if (!(await this.#ready())) return undefined;
    return { from: (this.#began ?? 0) + margin, all: [...this.#execs.values()] };
  }

  /**
  Who has opened it since it has been watched, which begins now at the latest; undefined on a node that cannot be watched. `at`: now, by the node's
  clock. `keys`: what it is known by, and what went before it was. Where no process sees it any more, `pid` is none, and what was seen is all.
  */
  async opened(
    pid: number | undefined,
    [key = '', ...former]: readonly string[],
    what: Watched,
  ): Promise<{ readonly from: number; readonly at: number; readonly all: readonly OpenedBy[] } | undefined> {
    const relay = await this.#ready();
    if (!relay) return undefined;
    this.#last += 1;
    const id = String(this.#last);
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#answers.set(id, resolve);
    const path = Buffer.from(pathOf(what)).toString('hex');
    relay.write(`${[id, pid === undefined ? 'none' : what.kind, pid ?? 0, path, key].join(' ')}\n`);
    const { at, why } = await promise;
    if (why === 'lost') throw this.#lost();
    if (why === 'unable') return undefined;
    if (pid !== undefined && !this.#since.has(key)) this.#since.set(key, at);
    const all = [key, ...former];
    const from = Math.min(...all.map((each) => this.#since.get(each) ?? at));
    return { from, at, all: all.flatMap((each) => [...(this.#opened.get(each)?.values() ?? [])]) };
  }

  close(): void {
    this.#closed = true;
    this.#relay?.then(
      (relay) => relay.destroy(),
      () => undefined,
    );
  }

  /** Undefined where it could never begin. Throws where it could, and has been ended. */
  async #ready(): Promise<Relay | undefined> {
    try {
      return await this.#connect();
    } catch {
      if (this.#worked) throw this.#lost();
      return undefined;
    }
  }

  #lost(): WorldError {
    return new WorldError(message('kubernetes.witness-lost', { node: this.#given.node }));
  }

  #connect(): Promise<Relay> {
    if (this.#closed) return Promise.reject(new Error('The witness has been let go.'));
    this.#relay ??= this.#begin();
    return this.#relay;
  }

  async #begin(): Promise<Relay> {
    const { promise, resolve, reject } = Promise.withResolvers<Relay>();
    let told = false;
    const ended = () => {
      this.#relay = undefined;
      for (const answer of this.#answers.values()) answer({ at: 0, why: 'lost' });
      this.#answers.clear();
      this.#since.clear();
      reject(new Error('The witness has ended.'));
      // One that has told something was ended by somebody; one that could not waits until it is asked for again.
      if (told && !this.#closed) this.#connect().catch(() => undefined);
    };
    const relay = await this.#given.start(['perl', '-e', nodeWitness]).catch((error: unknown) => {
      this.#relay = undefined;
      throw error;
    });
    const decoder = new StringDecoder('utf8');
    let rest = '';
    relay.on('data', (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('began\t')) {
          this.#began = Number(line.split('\t')[1]);
          this.#worked = true;
          resolve(relay);
        } else {
          told = true;
          this.#hear(line);
        }
      }
    });
    relay.on('error', () => undefined);
    relay.on('end', () => relay.destroy());
    relay.on('close', ended);
    if (this.#closed) relay.destroy();
    return promise;
  }

  #hear(line: string): void {
    const [kind, ...fields] = line.split('\t');
    if (kind === 'mark') {
      const [id = '', at, why = ''] = fields;
      this.#answers.get(id)?.({ at: Number(at), why });
      this.#answers.delete(id);
    } else if (kind === 'watched') {
      const [key = '', at] = fields;
      this.#since.set(key, this.#since.get(key) ?? Number(at));
    } else if (kind === 'event') {
      const event = readEvent(fields.join('\t'));
      if (!event) return;
      this.#execs.set(event.id, execAfter(this.#execs.get(event.id), event));
      this.#given.onExec();
    } else if (kind === 'opened' || kind === 'listed') {
      const opened = readOpened(fields);
      if (!opened) return;
      const { key, by } = opened;
      const all = this.#opened.get(key) ?? new Map<string, OpenedBy>();
      // The last of each process and entry is enough: what counts is whether it was since then.
      this.#opened.set(key, all.set(`${by.pid} ${by.entry ?? ''}`, by));
      this.#given.onOpened();
    }
  }
}

const pathOf = (what: Watched): string => {
  if (what.kind === 'signals' || what.kind === 'receipts') return `${what.number} ${what.to}`;
  return what.kind === 'file' ? what.path : '/proc';
};
