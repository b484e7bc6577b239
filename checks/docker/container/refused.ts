import { type CheckContext, type Container, message, type World, z } from '../../../runner/api.ts';
import type { Obstacle } from '../../kit/judge.ts';
import { clientFailed, means } from '../client.ts';
import { whyNotMade } from '../failure.ts';

const creation = z.object({ Image: z.string() });

/** What names a container and does something with it that is there, or first looks whether it is: "Containers" in the Docker Engine API reference. */
const naming = /^\/containers\/([^/]+)\/(?:json|start|restart|exec)$/;

/** `RestrictedNameChars` in moby's `daemon/names`. */
const isName = (name: string): boolean => /^\/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name);

/** That the last call named a container which is none: often the image is meant. A question is no miss. */
async function lastMisnamed(
  { docker }: World,
  containers: readonly Container[],
  { since, signal }: CheckContext,
): Promise<(Obstacle & { readonly at: number }) | undefined> {
  const { at, path, method } = docker.calls(since).at(-1) ?? { at: 0, path: '', method: '' };
  const [, written] = naming.exec(path) ?? [];
  if (written === undefined) return undefined;
  const name = decodeURIComponent(written);
  if ([...containers, ...docker.removed(0)].some((each) => means(name, each))) return undefined;
  const isImage = (await docker.imageNamedAt(name, signal)) !== undefined;
  const because = message(isImage ? 'container.is-image' : 'container.no-such', { name });
  return { at, because, ...(method === 'GET' && { excused: true }) };
}

/** Why the last call to create a container made none, or was none of a container that there is; or why the last client made no such call. */
export async function lastRefused(
  world: World,
  wanted: string,
  containers: readonly Container[],
  context: CheckContext,
): Promise<Obstacle | undefined> {
  const { docker } = world;
  const { since, signal } = context;
  const misnamed = await lastMisnamed(world, containers, context);
  if (misnamed) return misnamed;
  const failed = clientFailed(world, since, ['run', 'create', 'start']);
  const isCreation = ({ method, path }: { readonly method: string; readonly path: string }) =>
    method === 'POST' && path === '/containers/create';
  const call = docker.calls(since).findLast(isCreation);
  const image = creation.safeParse(call?.body).data?.Image;
  const made = [...containers, ...docker.removed(since)];
  if (!call || image === undefined || made.some((each) => each.createdAt >= call.at)) return failed;
  const { at, error, query } = call;
  if (failed && failed.at > at) return failed;
  if (error) return { at, ...whyNotMade(error) };
  const namedAt = await docker.imageNamedAt(image, signal);
  if (docker.isArriving(image) || (namedAt ?? 0) > at)
    return { at, because: message('container.image-late', { image: wanted }), excused: true };
  if (namedAt === undefined && image.replace(/:latest$/, '') === wanted)
    return { at, blame: 'machine', because: message('container.image-gone', { image: wanted }) };
  if (namedAt === undefined) {
    const mismatch = { expected: wanted, actual: image };
    return { at, because: message('container.no-image', { image, wanted }), mismatch };
  }
  const { name } = query;
  if (name !== undefined && !isName(name)) return { at, because: message('container.no-name', { name }) };
  const isTaken = name !== undefined && made.some((each) => each.name === name);
  if (isTaken) return { at, because: message('container.name-taken', { name }) };
  const said = await docker.whyNotCreated(call, signal);
  return { at, ...(said === undefined ? { because: message('container.refused') } : whyNotMade(said)) };
}
