import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import Docker from 'dockerode';
import { expect, test } from 'vitest';
import { Connection, type ConnectionHooks } from '../../runner/world/docker/connection.ts';
import type { EngineEvent } from '../../runner/world/docker/events.ts';
import { listening } from '../helpers/listening.ts';

const lineOf = (id: string, at: number): string =>
  `${JSON.stringify({ Type: 'container', Action: 'start', Actor: { ID: id, Attributes: {} }, timeNano: at * 1e6 })}\n`;

/** Tells events as dockerd does: it answers, says what it knows of since the time asked for, and then what happens. */
async function eventful() {
  const known: { readonly id: string; readonly at: number }[] = [];
  const streams = new Set<ServerResponse>();
  const asked: (string | null)[] = [];
  let leftovers = 0;
  const server = await listening(0, (request, response) => {
    if (leftovers > 0) {
      leftovers -= 1;
      return void request.socket.destroy();
    }
    const since = new URL(request.url ?? '', 'http://engine').searchParams.get('since');
    asked.push(since);
    response.flushHeaders();
    const from = since === null ? Number.POSITIVE_INFINITY : Number(since) * 1000;
    for (const { id, at } of known) if (at >= from) response.write(lineOf(id, at));
    streams.add(response);
    response.on('close', () => streams.delete(response));
  });
  return {
    docker: new Docker({ protocol: 'http', host: '127.0.0.1', port: server.port }),
    streams,
    asked,
    /** So many questions break off from now on, as over connections to an engine that has ended. */
    leave: (count: number) => {
      leftovers = count;
    },
    know: (id: string, at: number) => known.push({ id, at }),
    say: (id: string, at: number) => {
      for (const stream of streams) stream.write(lineOf(id, at));
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** What a connection heard, and a way to wait for more. */
function hearing() {
  const heard: string[] = [];
  let wake = Promise.withResolvers<void>();
  return {
    heard,
    onEvent: ({ id }: EngineEvent) => {
      heard.push(id);
      wake.resolve();
      wake = Promise.withResolvers();
    },
    until: async (id: string) => {
      while (!heard.includes(id)) await wake.promise;
    },
  };
}

const silent: ConnectionHooks = {
  onEvent: () => undefined,
  onConnected: async () => undefined,
  engineStarts: () => new Promise(() => undefined),
  whyGone: () => undefined,
  whyAway: () => undefined,
};

test.each([1, 2])('a stock-taking that fails %i times is tried again, and its events are let go of', async (times) => {
  await using engine = await eventful();
  const ears = hearing();
  let tries = 0;
  const onConnected = async () => {
    tries += 1;
    if (tries <= times) throw new Error('broken off');
  };
  const connection = new Connection(engine.docker, 0, { ...silent, onEvent: ears.onEvent, onConnected });
  // Somebody waits from the beginning on.
  await connection.available();
  expect(tries).toBe(times + 1);
  while (engine.streams.size > 1) await Promise.race([...engine.streams].map((stream) => once(stream, 'close')));
  engine.say('once', 1000);
  engine.say('last', 2000);
  await ears.until('last');
  expect(ears.heard).toEqual(['once', 'last']);
  connection.close();
});

test('an engine whose start is heard before the end of the one before it is found at once, whatever is left of that one', async () => {
  await using engine = await eventful();
  const starts = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const connected = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let heard = 0;
  let times = 0;
  const connection = new Connection(engine.docker, 0, {
    ...silent,
    engineStarts: () => starts[heard++]?.promise ?? new Promise(() => undefined),
    onConnected: async () => connected[times++]?.resolve(),
  });
  starts[0]?.resolve();
  await connection.ready;
  starts[1]?.resolve();
  await Promise.resolve();
  engine.leave(3);
  for (const stream of engine.streams) stream.destroy();
  await connected[1]?.promise;
  connection.close();
});

test('a stock-taking is given up when the engine breaks off, and done again', async () => {
  await using engine = await eventful();
  let tries = 0;
  const onConnected = (): Promise<void> => {
    tries += 1;
    if (tries > 1) return Promise.resolve();
    for (const stream of engine.streams) stream.destroy();
    return new Promise(() => undefined);
  };
  const connection = new Connection(engine.docker, 0, { ...silent, onConnected });
  await connection.ready;
  expect(tries).toBe(2);
  connection.close();
});

test('an event from before the engine listened to itself is told, and none is told twice', async () => {
  await using engine = await eventful();
  const ears = hearing();
  engine.know('between', 1_000_000.25);
  const connection = new Connection(engine.docker, 0, { ...silent, onEvent: ears.onEvent });
  await connection.ready;
  await ears.until('between');
  // Written down before the engine was asked, and told after.
  engine.say('between', 1_000_000.25);
  engine.say('next', 1_000_001.75);
  await ears.until('next');

  engine.know('next', 1_000_001.75);
  engine.know('unheard', 1_000_001.75);
  for (const stream of engine.streams) stream.destroy();
  await ears.until('unheard');
  expect(ears.heard).toEqual(['between', 'next', 'unheard']);
  expect(engine.asked).toEqual(['0', '1000.001']);
  connection.close();
});
