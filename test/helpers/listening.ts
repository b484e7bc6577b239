import { once } from 'node:events';
import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';

export const info = { ServerVersion: '99.1', CgroupVersion: '2' };

/** Answers as an engine does to `GET /info`. */
export const likeAnEngine: RequestListener = (_, response) => response.end(JSON.stringify(info));

/** A server for one test, on a socket file or a port of the loopback. `await using` closes it. */
export async function listening(at: string | number, answer: RequestListener = likeAnEngine, tls?: ServerOptions) {
  const server: Server = tls ? createHttps(tls, answer) : createHttp(answer);
  await once(typeof at === 'string' ? server.listen(at) : server.listen(at, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
