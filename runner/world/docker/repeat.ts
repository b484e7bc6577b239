import type Docker from 'dockerode';
import { z } from 'zod';
import { statusOf } from '../statusOf.ts';
import type { Connection } from './connection.ts';
import type { ApiCall, DockerWorld, Repeated } from './model.ts';

/** Questions whose answer is short and says nothing of when it was asked. The others are answered by whether what they are about is there. */
const short =
  /^\/(?:(?:containers|images)\/json|networks|volumes|(?:containers|images|networks|volumes)\/.+?(?:\/(?:json|top|changes|history))?)\/?$/;
const long = /^(\/containers\/[^/]+)\/(?:logs|export|stats|attach\/ws)$/;

const named = z.object({ Id: z.string() }).transform(({ Id }) => Id);
const listed = z.union([
  z.array(named),
  z
    .object({ Volumes: z.array(z.object({ Name: z.string() })).nullable() })
    .transform(({ Volumes }) => (Volumes ?? []).map(({ Name }) => Name)),
]);

const good = { 200: true, 204: true };

/** Asks what a call has asked. Rejects where the engine does not answer; a refusal is an answer. */
async function repeated(docker: Docker, { path, query, method }: ApiCall): Promise<Repeated> {
  const [, subject] = long.exec(path) ?? [];
  const isArchive = /\/archive$/.test(path);
  const asked = subject === undefined ? path : `${subject}/json`;
  if (subject === undefined && !isArchive && !short.test(path)) return { status: 200 };
  // The client itself puts the query behind a path that ends so.
  const options = {
    path: `${asked}?`,
    method: isArchive ? 'HEAD' : method,
    options: subject === undefined ? { ...query } : {},
    statusCodes: good,
  };
  return new Promise((resolve, reject) => {
    docker.modem.dial(options, (error: unknown, body: unknown) => {
      const status = statusOf(error);
      if (error === null || error === undefined) {
        const { data } = listed.safeParse(body);
        resolve({ status: 200, ...(data && { ids: data }) });
      } else if (status === undefined) reject(error);
      else resolve({ status });
    });
  });
}

/** The same once for each call: soon after it, the answer is the one that it got. */
export function repeats(connection: () => Connection): DockerWorld['repeat'] {
  const known = new WeakMap<ApiCall, Repeated>();
  return async (call, signal) => {
    const before = known.get(call);
    if (before) return before;
    const answer = await connection().ask((docker) => repeated(docker, call), signal);
    const told = answer === 'absent' ? { status: 404 } : answer;
    known.set(call, told);
    return told;
  };
}
