import { type CheckContext, type Container, message, type World } from '../../../runner/api.ts';
import type { Obstacle } from '../../kit/judge.ts';
import { clientFailed, means } from '../client.ts';
import { engineSaid, lastUnmade, ofName } from '../creation.ts';

/** What names a container and does something with it that is there, or first looks whether it is: "Containers" in the Docker Engine API reference. */
const naming = /^\/containers\/([^/]+)\/(?:json|start|restart|exec)$/;

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
  const unmade = lastUnmade(docker, since, containers);
  if (!unmade) return failed;
  const { image, call } = unmade;
  const { at } = call;
  if (failed && failed.at > at) return failed;
  const said = await engineSaid(docker, unmade, signal);
  if (said) return { at, ...said };
  const namedAt = await docker.imageNamedAt(image, signal);
  if (docker.isArriving(image) || (namedAt ?? 0) > at)
    return { at, because: message('container.image-late', { image: wanted }), excused: true };
  if (namedAt === undefined && image.replace(/:latest$/, '') === wanted)
    return { at, blame: 'machine', because: message('container.image-gone', { image: wanted }) };
  if (namedAt === undefined) {
    const mismatch = { expected: wanted, actual: image };
    return { at, because: message('container.no-image', { image, wanted }), mismatch };
  }
  return { at, ...ofName(docker, unmade, containers) };
}
