import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { message } from '../../words/message.ts';
import { WorldError } from '../world.ts';
import { ApiSilent } from './apiSilent.ts';
import { type Ahead, aheadBy, narrowed } from './serverClock.ts';

export type CallOptions = {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** `application/json` unless given; a patch says by it which of the kinds it is. */
  readonly type?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** How long an answer may take, in ms: 10 s unless given. One that is opened must only begin by then. */
  readonly patience?: number;
};

/** The API of a cluster, as whoever the kubeconfig names. Every method rejects with {@link Refused} or `WorldError`. */
export type Api = {
  readonly server: string;
  /** The namespace that the kubeconfig names, or `default`. */
  readonly namespace: string;
  /** How far the server's clock is ahead of this computer's, as its answers have shown it; undefined before the first. */
  ahead(): Ahead | undefined;
  /** The answer, read as JSON: `call<KubernetesList>('GET', '/api/v1/pods')`. */
  call<T>(method: string, path: string, options?: CallOptions): Promise<T>;
  /** The whole answer, as the text that it is. */
  read(method: string, path: string, options?: CallOptions): Promise<string>;
  /** The answers to many GETs, each read as JSON, in the paths' order. */
  getAll<T>(paths: readonly string[], signal: AbortSignal): Promise<readonly T[]>;
  /** The answer as it comes: a watch, a log that is followed, metrics. Its reader destroys it. */
  open(method: string, path: string, options?: CallOptions): Promise<IncomingMessage>;
  close(): void;
};

/** The API server has answered, and said no. */
export class Refused extends Error {
  readonly status: number;
  /** `NotFound`, `AlreadyExists`, `Conflict` … (Status in the API reference); empty where it said none. */
  readonly reason: string;

  constructor(status: number, reason: string, said: string) {
    super(said);
    this.name = 'Refused';
    this.status = status;
    this.reason = reason;
  }
}

const defaultPatience = 10_000;

/** Opens no connection yet: the first call does. Rejects with `WorldError` where the kubeconfig cannot be read. */
export async function openApi(kubeconfig: string): Promise<Api> {
  const { transport } = await import('./transport.ts');
  const way = readable(() => transport(kubeconfig));
  const { server, namespace, options: access, close } = way;

  let ahead: Ahead | undefined;

  const unanswered = (cause: unknown, signal: AbortSignal | undefined): unknown => {
    if (cause instanceof Refused) return cause;
    signal?.throwIfAborted();
    const said = cause instanceof Error ? cause.message : String(cause);
    return new ApiSilent({ server, said, cause });
  };

  /** Asks, and takes the answer by this: until that is done, patience runs, and what breaks is told as silence. */
  const ask = async <T>(
    method: string,
    path: string,
    options: CallOptions,
    take: (answer: IncomingMessage) => T | Promise<T>,
  ): Promise<T> => {
    const {
      body,
      type = 'application/json',
      accept = 'application/json',
      signal,
      patience = defaultPatience,
    } = options;
    const given = await access();
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const asked = Date.now();
    const sent = request(`${server}${path}`, {
      ...given,
      method,
      signal,
      headers: {
        ...given.headers,
        accept,
        ...(payload !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(payload) }),
      },
    });
    let begun: IncomingMessage | undefined;
    const late = setTimeout(() => {
      const why = new Error(`no answer within ${patience / 1000} s`);
      // Else what has begun ends as if its connection had been reset.
      begun?.destroy(why);
      sent.destroy(why);
    }, patience);
    sent.on('response', resolve).on('error', reject).end(payload);
    try {
      begun = await promise;
      const shown = aheadBy(begun.headers.date, asked, Date.now());
      ahead = shown ? narrowed(ahead, shown) : ahead;
      const { statusCode: status = 0 } = begun;
      if (status >= 400) throw refusal(status, await text(begun));
      return await take(begun);
    } catch (cause) {
      throw unanswered(cause, signal);
    } finally {
      clearTimeout(late);
    }
  };

  const open: Api['open'] = (method, path, options = {}) => ask(method, path, options, (answer) => answer);
  const read: Api['read'] = (method, path, options = {}) => ask(method, path, options, text);
  const call: Api['call'] = <T>(method: string, path: string, options: CallOptions = {}): Promise<T> =>
    ask(method, path, options, async (answer) => {
      const whole: T = JSON.parse(await text(answer));
      return whole;
    });

  const getAll = async <T>(paths: readonly string[], signal: AbortSignal): Promise<readonly T[]> => {
    const { getTogether } = await import('./together.ts');
    const patience = AbortSignal.timeout(defaultPatience);
    try {
      const answers = await getTogether(way, paths, AbortSignal.any([signal, patience]));
      if (!answers) return await Promise.all(paths.map((path) => call<T>('GET', path, { signal })));
      return answers.map(({ status, body }) => {
        if (status >= 400) throw refusal(status, body);
        const whole: T = JSON.parse(body);
        return whole;
      });
    } catch (cause) {
      throw unanswered(cause, signal);
    }
  };

  return { server, namespace, ahead: () => ahead, open, call, read, getAll, close };
}

function readable<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new WorldError(message('cluster.kubeconfig-unreadable', { said }), { cause });
  }
}

function refusal(status: number, body: string): Refused {
  try {
    const { reason = '', message: said = body }: { reason?: string; message?: string } = JSON.parse(body);
    return new Refused(status, reason, said);
  } catch {
    return new Refused(status, '', body.trim());
  }
}
