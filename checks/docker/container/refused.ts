import { type CheckContext, type Container, message, type World, z } from '../../../runner/api.ts';
import type { Obstacle } from '../../kit/judge.ts';
import { clientFailed } from '../client.ts';
import { whyNotMade } from '../failure.ts';

const creation = z.object({ Image: z.string() });

/** Why the last call to create a container made none, or why the last client made no such call. */
export async function lastRefused(
  { docker, ...world }: World,
  wanted: string,
  containers: readonly Container[],
  { since, signal }: CheckContext,
): Promise<Obstacle | undefined> {
  const failed = clientFailed({ docker, ...world }, since, ['run', 'create', 'start']);
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
  const taken = made.find(({ name }) => name === query.name)?.name;
  const because = taken === undefined ? message('container.refused') : message('container.name-taken', { name: taken });
  return { at, because };
}
