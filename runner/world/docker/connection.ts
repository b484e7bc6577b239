import { setTimeout as after } from 'node:timers/promises';
import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { statusOf } from '../statusOf.ts';
import { WorldError } from '../world.ts';
import { type EngineEvent, type EventStream, listen } from './events.ts';
import { firstTimes } from './firstTimes.ts';

/** How long a question waits for an engine that is being started again, in ms. */
const patience = 3000;
/** How long an engine may take to start with a new machine, in ms: a computer that is emulated, and busy, needs over a minute. */
const startingPatience = 120_000;
/** How long a connected engine's silence is taken for peace, in ms. What is known of it comes from what it says. */
const peace = 1000;
/** How long a connected engine may take to say that it is alive, in ms. */
const pulseDeadline = 5000;
/** How long after what exists could not be learned it is tried again, in ms: nothing tells when it can be. */
const pause = 1000;
/** How many connections to an engine that has ended may lie about: each fails only once it is used, and then the next is tried at once. */
const leftovers = 5;

export type ConnectionHooks = {
  onEvent(event: EngineEvent): void;
  /** The engine answers, for the first time or again: events from here on are heard, what came before must be looked up. */
  onConnected(): Promise<void>;
  /** Resolves at the next sign that the engine has been started. */
  engineStarts(): Promise<void>;
  /** What to say where the whole machine is gone. */
  whyGone(): Message | undefined;
  /** The same where the engine is away and does not come back by itself. */
  whyAway(): Message | undefined;
};

/**
The connection to an engine, which is made again whenever it breaks.

Questions that are asked while it is broken wait for a moment and are asked then; after that they fail and say why.
*/
export class Connection {
  readonly #docker: Docker;
  readonly #hooks: ConnectionHooks;
  #up = Promise.withResolvers<void>();
  #asked = Promise.withResolvers<void>();
  #started = Promise.withResolvers<void>();
  /** How often it is tried at once, since an engine has started that was not reached yet. */
  #tries = 0;
  #isUp = false;
  #wasUp = false;
  /** The engine is said to have been started, or has answered. */
  #wasSeen = false;
  /** How often the engine has begun to answer. */
  #times = 0;
  #closed = false;
  readonly #isNew = firstTimes();
  #lastEvent: number;
  #lastSign = 0;
  #pulse: Promise<void> | undefined;

  /** `since`: s since 1970; events from then on are told, as far as the engine still knows them. */
  constructor(docker: Docker, since: number, hooks: ConnectionHooks) {
    this.#docker = docker;
    this.#hooks = hooks;
    this.#lastEvent = since;
    this.#hearStart();
    void this.#keep();
  }

  /** Resolves when the engine answers and what exists there is known. */
  get ready(): Promise<void> {
    return this.#isUp ? Promise.resolve() : this.#up.promise;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  close(): void {
    this.#closed = true;
  }

  /** Asks the engine. Rejects with WorldError where it cannot be asked; `absent` stands for "there is none". */
  async ask<T>(question: (docker: Docker) => Promise<T>, signal?: AbortSignal): Promise<T | 'absent'> {
    await this.available(signal);
    try {
      return await this.#whileAlive(this.#put(question));
    } catch (error) {
      if (error instanceof WorldError) throw error;
      signal?.throwIfAborted();
      if (statusOf(error) !== undefined) throw refusal(error);
      await this.available(signal);
      return await this.#whileAlive(this.#put(question)).catch((cause: unknown) => {
        if (cause instanceof WorldError) throw cause;
        throw statusOf(cause) === undefined ? this.#unavailable(cause) : refusal(cause);
      });
    }
  }

  /** Resolves when questions can be answered; rejects with WorldError when that takes too long. */
  async available(signal?: AbortSignal): Promise<void> {
    if (this.#isUp) return this.#alive();
    if (this.#hooks.whyGone() ?? this.#hooks.whyAway()) throw this.#unavailable();
    if (this.#wasSeen) this.#asked.resolve();
    const late = AbortSignal.timeout(this.#wasUp ? patience : startingPatience);
    const given = signal ? AbortSignal.any([signal, late]) : late;
    const { promise, reject } = Promise.withResolvers<never>();
    const onAbort = () => reject(late.aborted ? this.#unavailable() : given.reason);
    given.addEventListener('abort', onAbort, { once: true });
    try {
      await Promise.race([this.#up.promise, promise]);
    } finally {
      given.removeEventListener('abort', onAbort);
    }
  }

  /** Asks anew, whatever was heard just now. Resolves with how often the engine has begun to answer. */
  async answers(signal?: AbortSignal): Promise<number> {
    await this.available(signal);
    await this.#within(pulseDeadline, this.#docker.ping()).catch((cause: unknown) => {
      throw cause instanceof WorldError ? cause : this.#unavailable(cause);
    });
    this.#lastSign = performance.now();
    return this.#times;
  }

  /** An engine that hangs keeps its connections: only that it answers tells that it is there. */
  async #alive(): Promise<void> {
    if (performance.now() - this.#lastSign < peace) return;
    this.#pulse ??= this.#feelPulse().finally(() => {
      this.#pulse = undefined;
    });
    await this.#pulse;
  }

  /** What takes long may yet come, unless the engine hangs: it may have been halted since it last gave a sign. */
  async #whileAlive<T>(answer: Promise<T>): Promise<T> {
    answer.catch(() => undefined);
    const answered = new AbortController();
    const settled = answer.then(
      () => true,
      () => true,
    );
    const second = () => after(peace, false, { ref: false, signal: answered.signal }).catch(() => true);
    while (!(await Promise.race([settled, second()]))) await this.#alive();
    answered.abort();
    return answer;
  }

  async #feelPulse(): Promise<void> {
    // One that breaks off is told by the end of the events.
    await this.#within(
      pulseDeadline,
      this.#docker.ping().catch(() => undefined),
    );
    this.#lastSign = performance.now();
  }

  async #within(limit: number, answer: Promise<unknown>): Promise<void> {
    const late = AbortSignal.timeout(limit);
    const { promise, reject } = Promise.withResolvers<never>();
    late.addEventListener('abort', () => reject(new WorldError(message('world.engine-hangs'))), { once: true });
    await Promise.race([answer, promise]);
  }

  #unavailable(cause?: unknown): WorldError {
    const fault = message(this.#wasUp ? 'world.engine-restarts' : 'world.engine-silent');
    return new WorldError(this.#hooks.whyGone() ?? this.#hooks.whyAway() ?? fault, { cause });
  }

  async #put<T>(question: (docker: Docker) => Promise<T>): Promise<T | 'absent'> {
    return question(this.#docker).catch((error: unknown) => {
      if (statusOf(error) === 404) return 'absent';
      throw error;
    });
  }

  async #keep(): Promise<void> {
    while (!this.#closed) {
      const started = this.#started.promise;
      this.#asked = Promise.withResolvers();
      const stream = await this.#listen().catch(() => undefined);
      if (stream) this.#wasSeen = true;
      if (stream && (await this.#isKnown(stream))) {
        this.#isUp = true;
        this.#times += 1;
        this.#wasUp = true;
        // What is said to start from here on is another one, even where this one's end is heard after that.
        this.#tries = 0;
        this.#up.resolve();
        await stream.ended;
        this.#up = Promise.withResolvers();
        this.#isUp = false;
      } else {
        stream?.close();
        if (!stream && this.#tries > 0) {
          this.#tries -= 1;
          continue;
        }
        // Nobody listens where the engine is not up yet: its start is the next moment to try, or somebody's question.
        const again = [started, this.#asked.promise];
        await Promise.race(stream ? [...again, after(pause, undefined, { ref: false })] : again);
      }
    }
  }

  #hearStart(): void {
    void this.#hooks.engineStarts().then(() => {
      if (this.#closed) return;
      this.#wasSeen = true;
      this.#tries = leftovers;
      this.#started.resolve();
      this.#started = Promise.withResolvers();
      this.#hearStart();
    });
  }

  /** Whether what exists came to be known while what happens was heard. */
  #isKnown(stream: EventStream): Promise<boolean> {
    const known = this.#hooks.onConnected().then(
      () => true,
      () => false,
    );
    return Promise.race([known, stream.ended.then(() => false)]);
  }

  #listen(): Promise<EventStream> {
    return listen(this.#docker, this.#lastEvent, (event, line) => {
      if (!this.#isNew(line)) return;
      // Down to the ms: with more digits the fraction could be rounded past the next event.
      this.#lastEvent = Math.max(this.#lastEvent, Math.floor(event.at) / 1000);
      this.#lastSign = performance.now();
      this.#hooks.onEvent(event);
    });
  }
}

const refusal = (cause: unknown) =>
  new WorldError(message('world.engine-refuses', { said: cause instanceof Error ? cause.message : String(cause) }), {
    cause,
  });
