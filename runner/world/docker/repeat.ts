import type Docker from 'dockerode';
import { z } from 'zod';
import { statusOf } from '../statusOf.ts';
import type { Connection } from './connection.ts';
import type { ApiCall, DockerWorld, Listed, Repeated } from './model.ts';

/** Questions whose answer is short and says nothing of when it was asked. The others are answered by whether what they are about is there. */
const short =
  /^\/(?:_ping|(?:containers|images)\/json|networks|volumes|(?:containers|images|networks|volumes)\/.+?(?:\/(?:json|top|changes|history))?)\/?$/;
const long = /^(\/containers\/[^/]+)\/(?:logs|export|stats|attach\/ws)$/;
const list = /^\/(?:(?:containers|images)\/json|networks|volumes)\/?$/;

const running = ['running', 'paused', 'restarting'];
const named = z
  .object({ Id: z.string(), State: z.string().optional() })
  .transform(({ Id, State = '' }) => ({ id: Id, isRunning: running.includes(State) }));
const listed = z.union([
  z.array(named),
  z
    .object({ Volumes: z.array(z.object({ Name: z.string() })).nullable() })
    .transform(({ Volumes }) => (Volumes ?? []).map(({ Name }) => ({ id: Name, isRunning: false }))),
]);

const good = { 200: true, 204: true };

type Asked = Pick<ApiCall, 'method' | 'path' | 'version' | 'query'>;
type Answered = { readonly status: number; readonly body?: unknown };

/** Rejects where the engine does not answer; a refusal is an answer. */
function ask(docker: Docker, { method, path, version, query }: Asked): Promise<Answered> {
  // The client itself puts the query behind a path that ends so.
  const options = {
    path: `${version === undefined ? '' : `/v${version}`}${path}?`,
    ...{ method, options: { ...query }, statusCodes: good },
  };
  return new Promise((resolve, reject) => {
    docker.modem.dial(options, (error: unknown, body: unknown) => {
      const status = statusOf(error);
      if (error === null || error === undefined) resolve({ status: 200, body });
      else if (status === undefined) reject(error);
      else resolve({ status });
    });
  });
}

/** Asks what a call has asked. */
async function repeated(docker: Docker, call: ApiCall, now: () => number): Promise<Repeated> {
  const { method, path, query } = call;
  const [, subject] = long.exec(path) ?? [];
  const isArchive = /\/archive$/.test(path);
  if (subject === undefined && !isArchive && !short.test(path)) return { status: 200 };
  const { status, body } = await ask(docker, {
    ...call,
    path: subject === undefined ? path : `${subject}/json`,
    method: isArchive ? 'HEAD' : method,
    query: subject === undefined ? query : {},
  });
  return status === 200 && list.test(path) ? { status, list: await beside(docker, path, body, now) } : { status };
}

async function beside(docker: Docker, path: string, body: unknown, now: () => number): Promise<Listed> {
  const { body: whole } = await ask(docker, {
    method: 'GET',
    path,
    query: path === '/containers/json' ? { all: '1' } : {},
  });
  const there = listed.safeParse(whole).data ?? [];
  return {
    ids: (listed.safeParse(body).data ?? []).map(({ id }) => id),
    there: there.map(({ id }) => id),
    running: there.filter(({ isRunning }) => isRunning).map(({ id }) => id),
    at: now(),
  };
}

/** The same once for each call: soon after it, the answer is the one that it got. */
export function repeats(connection: () => Connection, now: () => number): DockerWorld['repeat'] {
  const known = new WeakMap<ApiCall, Repeated>();
  return async (call, signal) => {
    const before = known.get(call);
    if (before) return before;
    const answer = await connection().ask((docker) => repeated(docker, call, now), signal);
    const told = answer === 'absent' ? { status: 404 } : answer;
    known.set(call, told);
    return told;
  };
}
