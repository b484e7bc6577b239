import { message } from '../../words/message.ts';
import { statusOf } from '../statusOf.ts';
import { WorldError } from '../world.ts';
import type { Connection } from './connection.ts';
import type { Places } from './containerFiles.ts';
import type { FileChange } from './model.ts';
import { readChanges } from './upper.ts';

/** Folders on the machine: what a container has written, and the layers of its image, separated by colons; and what is mounted. */
type Layers = {
  readonly name: string;
  readonly upper?: string;
  readonly lower?: string;
  readonly mounts: Places['mounts'];
};

type Sources = {
  readonly connection: () => Connection;
  /** What an overlay's upper folder on the machine holds besides its lower ones, as the helper lists it. */
  readonly listUpper: (upper: string, lower: string) => Promise<Buffer>;
  readonly isThere: (id: string) => Promise<boolean>;
};

const kinds = ['changed', 'added', 'deleted'] as const;

/** Where the engine keeps containers' files, and what differs there from their images. */
export function layers({ connection, listUpper, isThere }: Sources) {
  /** The same for as long as a container exists. */
  const known = new Map<string, Layers>();

  const layersOf = async (id: string, signal?: AbortSignal): Promise<Layers | undefined> => {
    const before = known.get(id);
    if (before) return before;
    const found = await connection().ask((engine) => engine.getContainer(id).inspect(), signal);
    if (found === 'absent') return undefined;
    const data: Readonly<Record<string, string>> = found.GraphDriver?.Data ?? {};
    const { UpperDir: upper, LowerDir: lower } = data;
    const name = found.Name.replace(/^\//, '');
    const mounts = (found.Mounts ?? []).flatMap(({ Destination: place, Source: source }) =>
      source ? [{ place, source }] : [],
    );
    const told =
      found.GraphDriver?.Name === 'overlay2' && upper && lower ? { name, upper, lower, mounts } : { name, mounts };
    known.set(id, told);
    return told;
  };

  return {
    changes: async (id: string, signal?: AbortSignal): Promise<readonly FileChange[]> => {
      const folders = await layersOf(id, signal);
      if (!folders) return [];
      if (folders.upper && folders.lower) {
        const listed = readChanges(await listUpper(folders.upper, folders.lower));
        if (listed) return listed;
        // Removed in the meantime, with its folders: the engine itself stumbles over that.
        if (!(await isThere(id))) return [];
      }
      const changes = await connection()
        .ask((engine) => engine.getContainer(id).changes(), signal)
        .catch((error: unknown) => {
          throw unreadable(folders.name, error);
        });
      return changes === 'absent' || changes === null ? [] : changes.map(changeOf);
    },

    places: async (id: string, signal?: AbortSignal): Promise<Places | undefined> => {
      const folders = await layersOf(id, signal);
      if (!folders) return undefined;
      const { upper, lower = '', mounts } = folders;
      return { layers: upper ? [upper, ...lower.split(':')] : [], mounts };
    },
  };
}

/** The engine is there and looks into its containers: where it stumbles over one, that is of what was made there. */
function unreadable(name: string, error: unknown): unknown {
  const cause = error instanceof WorldError ? error.cause : undefined;
  if (!(cause instanceof Error) || statusOf(cause) === undefined) return error;
  return new WorldError(message('world.unreadable', { name, said: cause.message }), { code: 'inside', cause });
}

// Kinds of change: "Get changes on a container's filesystem" in the Docker Engine API reference.
const changeOf = (change: { readonly Path: string; readonly Kind: number }): FileChange => ({
  path: change.Path,
  kind: kinds[change.Kind] ?? 'changed',
});
