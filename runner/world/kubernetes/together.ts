import type { ClientHttp2Session, OutgoingHttpHeaders } from 'node:http2';
import type { Transport } from './transport.ts';

export type Whole = { readonly status: number; readonly body: string };

/** Lists are up to some 100 kB long: no stream waits until what it has sent was read. */
const settings = { initialWindowSize: 4 * 1024 * 1024 };

/**
Asks for many things at once over one connection of HTTP/2, because each connection costs both sides a handshake. The answers
come in the paths' order. Resolves with nothing where the API is not reached straight, but through a proxy; rejects with what
the connection says, or with why the signal was aborted.
*/
export async function getTogether(
  { server, secure }: Pick<Transport, 'server' | 'secure'>,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<readonly Whole[] | undefined> {
  const given = await secure();
  if (!given) return undefined;
  signal.throwIfAborted();
  const { connect } = await import('node:http2');
  const session = connect(server, { ...given.tls, settings });
  const { promise: failed, reject } = Promise.withResolvers<never>();
  const stop = () => session.destroy(signal.reason);
  session.on('error', reject);
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([failed, Promise.all(paths.map((path) => get(session, path, given.headers)))]);
  } finally {
    signal.removeEventListener('abort', stop);
    session.destroy();
  }
}

async function get(session: ClientHttp2Session, path: string, headers: OutgoingHttpHeaders) {
  const { promise, resolve, reject } = Promise.withResolvers<Whole>();
  const stream = session.request({ ...headers, accept: 'application/json', ':path': path });
  const parts: Buffer[] = [];
  let status = 0;
  stream.on('response', (headers) => {
    status = Number(headers[':status'] ?? 0);
  });
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('error', reject);
  stream.on('end', () => resolve({ status, body: Buffer.concat(parts).toString() }));
  return promise;
}
