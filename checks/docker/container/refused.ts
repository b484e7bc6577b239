import { type CheckContext, type Container, message, type World, z } from '../../../runner/api.ts';
import type { Obstacle } from '../../kit/judge.ts';
import { clientFailed } from '../client.ts';
import { whyNotMade } from '../failure.ts';

const creation = z.object({ Image: z.string() });

/** Why the last call to create a container made none, or why the last client made no such call. */
export async function lastRefused(
  world: World,
  wanted: string,
  containers: readonly Container[],
  { since, signal }: CheckContext,
): Promise<Obstacle | undefined> {
  const failed = clientFailed(world, since, ['run', 'create', 'start']);
  const call = world.docker
    .calls(since)
    .findLast(({ method, path }) => method === 'POST' && path === '/containers/create');
  const body = creation.safeParse(call?.body);
  const made = [...containers, ...world.docker.removed(since)];
  if (!call || !body.success || made.some((each) => each.createdAt >= call.at)) return failed;
  if (failed && failed.at > call.at) return failed;
  const image = body.data.Image;
  const { at, error } = call;
  if (error) return { at, ...whyNotMade(error) };
  const namedAt = await world.docker.imageNamedAt(image, signal);
  const isArriving = world.docker.isArriving(image);
  if (namedAt === undefined && !isArriving)
    return image === wanted || image === `${wanted}:latest`
      ? { at, blame: 'machine', because: message('container.image-gone', { image: wanted }) }
      : {
          at,
          because: message('container.no-image', { image, wanted }),
          mismatch: { expected: wanted, actual: image },
        };
  if (isArriving || (namedAt ?? 0) > call.at)
    return { at, because: message('container.image-late', { image: wanted }), excused: true };
  const taken = made.find((each) => each.name === call.query.name);
  if (taken) return { at, because: message('container.name-taken', { name: taken.name }) };
  return { at, because: message('container.refused') };
}
