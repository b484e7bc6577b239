import { type ApiCall, type DockerWorld, type EngineKind, type EngineObject, message, z } from '../../runner/api.ts';
import type { Refused } from '../kit/judge.ts';

/** Calls that create one: `NetworkCreate` and `VolumeCreate` in the Docker Engine API reference. */
const creating: Partial<Readonly<Record<EngineKind, string>>> = {
  network: '/networks/create',
  volume: '/volumes/create',
};

const named = z.object({ Name: z.string() });

/** The last call to create a network or a volume, where none came of it: the engine's words where it has written them down, else where they stand. */
export function lastUnmadeOf(
  docker: DockerWorld,
  kind: EngineKind,
  objects: readonly EngineObject[],
  since: number,
): Refused | undefined {
  const call = docker.calls(since).findLast(({ method, path }) => method === 'POST' && path === creating[kind]);
  if (!call || isMade(docker, kind, objects, call)) return undefined;
  const { at, error } = call;
  return {
    at,
    because:
      error === undefined
        ? message('object.refused', { noun: kind })
        : message('object.refused-by', { noun: kind, error }),
  };
}

/** Something has come of it, or there was one of the name before. */
function isMade(
  docker: DockerWorld,
  kind: EngineKind,
  objects: readonly EngineObject[],
  { at, body }: ApiCall,
): boolean {
  const name = named.safeParse(body).data?.Name;
  return (
    objects.some((each) => each.createdAt >= at || each.name === name) ||
    docker.events(at).some(({ type, action }) => type === kind && action === 'create')
  );
}
