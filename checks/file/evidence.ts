import type { CheckContext, FileSeen, World } from '../../runner/api.ts';
import type { FileParams } from './check.ts';

/** Of what lies at a path, what is asked for. */
export type Seen = Pick<FileSeen, 'path' | 'kind'> &
  Partial<Pick<FileSeen, 'mode' | 'mount' | 'content' | 'target'>> & {
    readonly owners?: readonly string[];
    readonly groups?: readonly string[];
  };

export type Evidence = {
  /** The container's name; none of the machine. */
  readonly container?: string;
  readonly seen: readonly Seen[];
  /** Paths of what was made there under another name, the likely ones. */
  readonly others: readonly string[];
  /** Another container that has it instead. */
  readonly elsewhere?: string;
  /** A path of the machine at which it was made by a command of this step, and whether that command was to run in a container. */
  readonly onMachine?: { readonly path: string; readonly beside: boolean };
};

const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** So many bytes of a file are read: evidence goes into the journal. */
const room = 64 * 1024;

export async function observe(world: World, wanted: FileParams, { since, signal }: CheckContext): Promise<Evidence> {
  const bytes = wanted.equals === undefined && wanted.matches === undefined ? 0 : room;
  const { path = '' } = wanted;
  if (wanted.in === 'machine') {
    const found = await world.host.file(path, bytes);
    return { seen: found ? [fieldsOf(found, wanted)] : [], others: [] };
  }
  const container = await world.docker.container(wanted.in, signal);
  const id = container?.id ?? wanted.in;
  const name = wanted.name ?? last(path);
  const made = container ? await world.docker.made(id, signal) : [];
  const paths = wanted.name === undefined ? [path] : made.filter((each) => last(each) === name);
  const found = await Promise.all(paths.map((each) => world.docker.file(id, each, { room: bytes, signal })));
  const seen = found.flatMap((each) => (each ? [fieldsOf(each, wanted)] : []));
  const isMissed = seen.length === 0 && wanted.exists;
  const elsewhere = isMissed ? await otherWith(world, id, name, signal) : undefined;
  const onMachine = isMissed ? await madeOnMachine(world, since, name) : undefined;
  return {
    container: container?.name ?? world.docker.remembered(id)?.name ?? wanted.in.slice(0, 12),
    seen,
    others: isMissed ? made.filter((each) => each !== path && alike(last(each), name)).slice(0, 5) : [],
    ...(elsewhere && { elsewhere }),
    ...(onMachine && { onMachine }),
  };
}

/** Nothing that is not asked for goes into the journal. */
function fieldsOf(file: FileSeen, { equals, matches, mode, owner, group, mount }: FileParams): Seen {
  const { path, kind, target, content } = file;
  return {
    ...{ path, kind },
    ...(target !== undefined && { target }),
    ...(mode !== undefined && { mode: file.mode }),
    ...(owner !== undefined && { owners: [file.owner, String(file.uid)].filter(Boolean) }),
    ...(group !== undefined && { groups: [file.group, String(file.gid)].filter(Boolean) }),
    ...(mount !== undefined && { mount: file.mount }),
    ...((equals ?? matches) !== undefined && content !== undefined && { content }),
  };
}

async function otherWith(world: World, id: string, name: string, signal: AbortSignal): Promise<string | undefined> {
  const others = (await world.docker.containers(signal)).filter((each) => each.id !== id);
  const has = await Promise.all(
    others.map(async (each) => (await world.docker.made(each.id, signal)).some((path) => last(path) === name)),
  );
  return others.find((_, index) => has[index])?.name;
}

/** Where a command of this step that spoke of the file was typed, there it lies now. */
async function madeOnMachine(world: World, since: number, name: string): Promise<Evidence['onMachine']> {
  for (const { line, directory } of world.shell.commands(since).toReversed()) {
    if (!line.includes(name)) continue;
    const path = `${directory.replace(/\/$/, '')}/${name}`;
    if (await world.host.file(path)) return { path, beside: /\bdocker\b.*\bexec\b/.test(line) };
  }
  return undefined;
}

/** Whether one was probably meant for the other: the same but for case, ending and a letter or two, and no shell's history. */
function alike(actual: string, wanted: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [one, other] = [plain(actual), plain(wanted)];
  if (one === '' || actual.startsWith('.')) return false;
  const shared = [...one].filter((letter) => other.includes(letter)).length;
  return (
    one.includes(other) ||
    other.includes(one) ||
    (shared / Math.max(one.length, other.length) > 0.8 && one[0] === other[0])
  );
}
