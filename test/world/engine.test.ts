import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { imageLoader } from '../../runner/infra/machine/load.ts';
import { engineOf } from '../../runner/world/machine/engine.ts';

const upgraded = 'HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n';

/** What the program on the machine would connect to, within the connection of the one who started the program. */
function within(outer: Duplex): Duplex {
  const inner = new Duplex({
    read: () => outer.resume(),
    write: (chunk: Buffer, _, done) => {
      const header = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]);
      header.writeUInt32BE(chunk.length, 4);
      outer.write(Buffer.concat([header, chunk]), done);
    },
    final: (done) => outer.end(done),
    destroy: (error, done) => {
      outer.destroy();
      done(error);
    },
  });
  outer.on('data', (chunk) => inner.push(chunk)).on('end', () => inner.push(null));
  outer.on('close', () => inner.destroy()).on('error', () => undefined);
  return inner;
}

/** An engine that answers like this on a machine of a host's; the programs that the host starts there are connections to it. */
async function engineThat(answer: RequestListener, images: RequestListener = (_, response) => response.end()) {
  const inside = createServer(answer);
  const host = createServer((request, response) => {
    if (request.url?.startsWith('/images/')) images(request, response);
    else response.end(JSON.stringify({ Id: 'program' }));
  });
  host.on('upgrade', (_, socket) => {
    socket.write(upgraded);
    inside.emit('connection', within(socket));
  });
  await once(host.listen(0, '127.0.0.1'), 'listening');
  const address = host.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const outside = new Docker({ protocol: 'http', host: '127.0.0.1', port });
  const engine = engineOf(outside, 'machine', 'nonce');
  return {
    host: outside,
    docker: engine.docker,
    async [Symbol.asyncDispose]() {
      engine.close();
      host.closeAllConnections();
      await once(host.close(), 'close');
    },
  };
}

test('an answer that breaks off is an error, whatever its status', async () => {
  await using engine = await engineThat((request, response) => {
    response.writeHead(request.url?.includes('/refused') ? 500 : 200, { 'content-length': 100 });
    response.write('{"Id":');
    response.socket?.end();
  });
  await expect(engine.docker.getContainer('whole').inspect()).rejects.toThrow();
  await expect(engine.docker.getContainer('refused').inspect()).rejects.toThrow();
  await expect(engine.docker.listContainers()).rejects.toThrow();
});

test('whole answers are what the engine said', async () => {
  await using engine = await engineThat((request, response) => {
    const path = request.url?.replace(/\?.*/, '');
    if (path === '/_ping') response.end('OK');
    else if (path === '/containers/there/json') response.end('{"Id":"there"}');
    else if (path === '/containers/there/changes') response.end('null\n');
    else response.writeHead(404).end('{"message":"none"}');
  });
  expect(await engine.docker.getContainer('there').inspect()).toEqual({ Id: 'there' });
  expect(await engine.docker.getContainer('there').changes()).toBeNull();
  expect(String(await engine.docker.ping())).toBe('OK');
  await expect(engine.docker.getContainer('gone').inspect()).rejects.toMatchObject({ statusCode: 404 });
});

test('while images are on their way and events are heard, the engine answers', async () => {
  const arrived = Promise.withResolvers<void>();
  const coming = new Set<string>();
  const bothCome = Promise.withResolvers<void>();
  const ids = new Map(['one', 'two', 'three'].map((name, index) => [name, `sha256:${String(index).repeat(64)}`]));
  await using engine = await engineThat(
    async (request, response) => {
      if (request.url?.startsWith('/events')) return response.flushHeaders();
      if (!request.url?.startsWith('/images/')) return response.end('OK');
      if (!request.url.startsWith('/images/load'))
        return response.writeHead(request.method === 'GET' ? 404 : 201).end();
      const id = await text(request);
      coming.add(id);
      if (coming.size === 2) bothCome.resolve();
      await arrived.promise;
      response.end(`Loaded image ID: ${id}`);
    },
    (request, response) => {
      const [, name = '', asked] = /^\/images\/([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
      response.end(asked === 'get' ? decodeURIComponent(name) : JSON.stringify({ Id: ids.get(name) }));
    },
  );
  const images = imageLoader({
    host: engine.host,
    machine: engine.docker,
    imageReference: async (name) => name,
    ready: async () => undefined,
  });
  await engine.docker.getEvents();
  const loaded = images.bring([...ids.keys()]);
  await bothCome.promise;
  await engine.docker.ping();
  expect(coming.size).toBe(2);
  arrived.resolve();
  await loaded;
  expect([...coming].toSorted()).toEqual([...ids.values()].toSorted());
});
