import { type FileSight, type Mount, mountOf } from '../host/files.ts';
import type { FileSeen } from '../host/model.ts';
import type { Container, FileChange } from './model.ts';

/** Where on the machine a container's files lie: layers one above the other, and what is mounted besides. */
export type Places = {
  readonly layers: readonly string[];
  readonly mounts: readonly { readonly place: string; readonly source: string }[];
};

type Sources = {
  readonly sight: FileSight;
  readonly container: (id: string, signal?: AbortSignal) => Promise<Container | undefined>;
  readonly changes: (id: string, signal?: AbortSignal) => Promise<readonly FileChange[]>;
  /** Undefined where the engine keeps them in another way. */
  readonly places: (id: string, signal?: AbortSignal) => Promise<Places | undefined>;
};

const isAlive = ({ state, pid }: Container): boolean =>
  pid !== undefined && (state === 'running' || state === 'paused');

/** Files of containers, as their own processes see them: volumes and what lies in memory included. Where none runs, as they are kept. */
export function containerFiles({ sight, container, changes, places }: Sources) {
  /** Folders that a running container has mounted besides its root. */
  const mountsOf = async ({ pid }: Container): Promise<readonly Mount[]> =>
    pid === undefined ? [] : sight.mounts(pid);

  const kept = async (id: string, path: string, room: number, signal?: AbortSignal): Promise<FileSeen | undefined> => {
    const known = await places(id, signal);
    const mount =
      known &&
      mountOf(
        known.mounts.map(({ place }) => ({ kind: 'bind', place })),
        path,
      );
    const source = known?.mounts.find(({ place }) => place === mount?.place)?.source;
    const roots = source === undefined ? (known?.layers ?? []) : [source];
    const inner = mount === undefined ? path : path.slice(mount.place.length) || '/';
    const seen = roots.length === 0 ? undefined : await sight.look(roots, inner, room);
    return seen && { ...seen, path, mount: mount?.place ?? '/' };
  };

  return {
    /** What lies at an absolute path; undefined where nothing does. `room`: how many bytes of a file are read. */
    async file(id: string, path: string, room: number, signal?: AbortSignal): Promise<FileSeen | undefined> {
      const found = await container(id, signal);
      if (!found) return undefined;
      if (!isAlive(found)) return kept(id, path, room, signal);
      const [seen, mounts] = await Promise.all([sight.look([`/proc/${found.pid}/root`], path, room), mountsOf(found)]);
      return seen && { ...seen, mount: mountOf(mounts, path)?.place ?? '/' };
    },

    /** Absolute paths of all that was made in it since it was created, wherever it lies. */
    async made(id: string, signal?: AbortSignal): Promise<readonly string[]> {
      const found = await container(id, signal);
      if (!found) return [];
      const added = (await changes(id, signal)).filter(({ kind }) => kind === 'added').map(({ path }) => path);
      const since = found.createdAt / 1000;
      if (isAlive(found)) {
        const besides = (await mountsOf(found)).filter(({ place }) => place !== '/').map(({ place }) => place);
        return [...added, ...(await sight.fresh(`/proc/${found.pid}/root`, since, besides))];
      }
      const known = (await places(id, signal))?.mounts ?? [];
      const apart = await Promise.all(
        known.map(async ({ place, source }) =>
          (await sight.fresh(source, since, [''])).map((path) => `${place}${path}`),
        ),
      );
      return [...added, ...apart.flat()];
    },
  };
}
