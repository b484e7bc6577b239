import { type ApiCall, type Container, type DockerWorld, message, z } from '../../runner/api.ts';
import type { Said } from '../kit/expectation.ts';
import type { Refused } from '../kit/judge.ts';
import { whyNotMade } from './failure.ts';

const creation = z.object({ Image: z.string() });

/** `RestrictedNameChars` in moby's `daemon/names`. */
const isName = (name: string): boolean => /^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name);

/** A call that was to create a container, and did not. */
export type Unmade = { readonly call: ApiCall; readonly image: string };

/** The last one since then; undefined where it has made one, or there is none. */
export function lastUnmade(docker: DockerWorld, since: number, containers: readonly Container[]): Unmade | undefined {
  const call = docker.calls(since).findLast(({ method, path }) => method === 'POST' && path === '/containers/create');
  const image = creation.safeParse(call?.body).data?.Image;
  const made = [...containers, ...docker.removed(since)];
  return call && image !== undefined && !made.some((each) => each.createdAt >= call.at) ? { call, image } : undefined;
}

/** What the engine itself has said of this call, to the learner or to its log; undefined where that is not known. */
export async function engineSaid(
  docker: DockerWorld,
  { call }: Unmade,
  signal: AbortSignal,
): Promise<Said | undefined> {
  const said = call.error ?? (await docker.whyNotCreated(call, signal));
  return said === undefined ? undefined : whyNotMade(said);
}

/** What stood in its way by the name that was to be the container's. */
export function ofName(docker: DockerWorld, { call }: Unmade, containers: readonly Container[]): Said {
  const { name } = call.query;
  if (name !== undefined && !isName(name)) return { because: message('container.no-name', { name }) };
  const isTaken = name !== undefined && isHeld(docker, name, call.at, containers);
  return { because: isTaken ? message('container.name-taken', { name }) : message('container.refused') };
}

/** Whether a container had this name then: one that was removed before has none any more. */
function isHeld(docker: DockerWorld, name: string, at: number, containers: readonly Container[]): boolean {
  const isIt = (each: Container) => each.name === name && each.createdAt < at;
  if (containers.some(isIt)) return true;
  const gone = docker.removed(0).filter(isIt);
  if (gone.length === 0) return false;
  const later = docker.events(at).filter(({ type, action }) => type === 'container' && action === 'destroy');
  return gone.some(({ id }) => later.some((each) => each.id === id));
}

/** The same for whoever asks for no image: why the last call made none. */
export async function lastRefusedCreation(
  docker: DockerWorld,
  containers: readonly Container[],
  since: number,
  signal: AbortSignal,
): Promise<Refused | undefined> {
  const unmade = lastUnmade(docker, since, containers);
  if (!unmade || docker.isArriving(unmade.image)) return undefined;
  const said = await engineSaid(docker, unmade, signal);
  return { at: unmade.call.at, ...(said ?? ofName(docker, unmade, containers)) };
}
