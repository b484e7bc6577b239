import type { Helper } from '../machine/helper.ts';
import type { FileSeen, HostWorld } from './model.ts';
import { recordsIn } from './table.ts';

/** A file system's place, as whoever lives there knows it. */
export type Mount = { readonly kind: string; readonly place: string };

const kinds = ['file', 'directory', 'symlink', 'other'] as const;

/** At most so many files are told that were made on mounts of a container. */
const most = 5000;

/** What a helper tells of what lies at a path: kind, mode, numbers and names of its owner and group, size, target, first bytes. */
export function readLook(answer: Buffer, path: string, room: number): Omit<FileSeen, 'mount'> | undefined {
  const [record] = answer.length === 0 ? [] : recordsIn(answer, 9);
  if (!record) return undefined;
  const [kind, mode = '', uid = '', gid = '', owner = '', group = '', size = '', target = '', content = ''] = record;
  return {
    path,
    kind: kinds.find((each) => each === kind) ?? 'other',
    ...{ mode, uid: Number(uid), gid: Number(gid), owner, group, size: Number(size) },
    ...(kind === 'symlink' && { target }),
    ...(room > 0 && kind === 'file' && { content }),
  };
}

/** What the machine's helper sees of files: below a root, of a container's process or the machine's own. */
export const fileSight = (helper: Helper) => ({
  /** What lies at an absolute path. `roots`: folders of the machine, the upper ones first. `room`: how many bytes of it are read. */
  async look(roots: readonly string[], path: string, room: number): Promise<Omit<FileSeen, 'mount'> | undefined> {
    return readLook(await helper.ask('look', roots.join(':'), path, String(room)), path, room);
  },

  async mounts(pid: number): Promise<readonly Mount[]> {
    const words = (await helper.ask('mounts', String(pid))).toString().split('\0').slice(0, -1);
    return words.flatMap((kind, index) => {
      const place = words[index + 1];
      return index % 2 === 0 && place !== undefined ? [{ kind, place }] : [];
    });
  },

  /** Paths of what was made in these folders below a root since then, in s since 1970. */
  async fresh(root: string, since: number, folders: readonly string[]): Promise<readonly string[]> {
    if (folders.length === 0) return [];
    const answer = await helper.ask('fresh', root, String(Math.floor(since)), String(most), ...folders);
    return answer.toString().split('\0').slice(0, -1);
  },
});

export type FileSight = ReturnType<typeof fileSight>;

/** The mount that a path lies on: the one whose place is the longest beginning of it. */
export const mountOf = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts
    .filter(({ place }) => place === '/' || path === place || path.startsWith(`${place}/`))
    .toSorted((one, other) => other.place.length - one.place.length)[0];

/** What lies at a path of the machine itself. */
export const machineFile =
  (sight: FileSight): HostWorld['file'] =>
  async (path, room = 0, pid) => {
    const root = pid === undefined ? '' : `/proc/${pid}/root`;
    const [seen, mounts] = await Promise.all([sight.look([root], path, room), sight.mounts(pid ?? 1)]);
    return seen && { ...seen, mount: mountOf(mounts, path)?.place ?? '/' };
  };
