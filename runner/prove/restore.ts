import { isRecord } from '../lab/value.ts';
import type { Harness } from '../typist/harness.ts';
import type { EngineObject, FileChange, Stock } from '../world/docker/model.ts';
import type { Process } from '../world/host/model.ts';
import { WorldError } from '../world/world.ts';
import { type NamespaceSnapshot, namespaceSnapshot, removeAdded } from './namespace.ts';
import { restock } from './stock.ts';

/** What of a machine later steps could notice, as texts that are the same where nothing differs. */
export type Snapshot = {
  /** Of each container that there is: its id and how its files differ from its image's. */
  readonly changes: ReadonlyMap<string, readonly FileChange[]>;
  /** Paths on the machine itself. */
  readonly paths: ReadonlySet<string>;
  /** Images, networks and volumes; none without an engine. */
  readonly stock?: Stock;
  /** Of the session's namespace, where it has one. */
  readonly namespace: NamespaceSnapshot;
  /** PIDs of all processes but Seatrial's own and the shells; not there where others come and go. */
  readonly processes?: readonly number[];
  readonly rest: string;
  /** Folders that differ for good, since something was made in them and put away again: `CONTAINER:PATH`. Grows with each restoring. */
  readonly passages: Set<string>;
};

/** What a machine is after it was put back. `lost`: it does not answer, and nothing more is to be asked of it. */
export type Restored = 'same' | 'other' | 'lost';

/** How long the word may take that a machine is gone, in ms: what is asked of it fails before. */
const wordOfIt = 2_000;

/** How often is looked whether all that was put away has gone. */
const looks = 4;
/** The same on a cluster, whose parts take their time. */
const slowLooks = 20;

/** How long looking, or putting things back, may take on the machine, in ms. */
const deadline = 60_000;

// The engine's log shows these calls as it shows the completion's (images/machine/Dockerfile): not as the learner's.
const quietly = 'export DOCKER_API_VERSION=1.044';

// What makes containers makes mounts and addresses, too; what lies below them, and the machine's programs, are its own.
const look = `
find /root /tmp /home /srv /opt /etc /usr/bin /usr/sbin /usr/local /usr/lib/seatrial -xdev \\
  ! -path '/root/.kube/cache*' ! -name .bash_history ! -name 'docker-*' '(' -type d -printf '%p\\t%m %U\\n' -o -printf '%p\\t%y %s %T@ %m %U\\n' ')' | sort
sort /proc/mounts | sed 's/^/mount /'
`;

// On a node Pods come and go, and their addresses with them.
const lookAtNetwork = `
{ ip -o -4 addr; ip route; iptables-save | grep -v '^[#:]'; } | sed 's/ linkdown//; s/^/network /'
`;

export async function snapshot({ lab, machine }: Pick<Harness, 'lab' | 'machine'>): Promise<Snapshot> {
  const { docker, host, shell } = machine.world;
  const { kubernetes } = lab.needs;
  const engine = lab.needs.docker !== undefined || kubernetes === undefined;
  const found = engine ? await docker.containers() : [];
  const containers = found.toSorted((one, other) => one.id.localeCompare(other.id));
  const [changes, stock, settings, processes, seen, namespace] = await Promise.all([
    Promise.all(containers.map(async ({ id }) => [id, await docker.changes(id)] as const)),
    engine ? docker.stock() : undefined,
    engine ? settingsOf(docker.objects('container')) : [],
    // Among a node's processes others come and go.
    kubernetes?.node ? undefined : host.processes(),
    shell.script(kubernetes?.node ? look : `${look}${lookAtNetwork}`, {}, deadline),
    namespaceSnapshot({ lab, machine }),
  ]);
  const states = containers.map(({ id, name, state, startedAt, networks }) => ({
    id,
    name,
    state,
    startedAt,
    networks,
  }));
  const others = processes && withoutOurs(processes);
  const lasting = (others ?? []).map(({ pid, startTicks }) => `${pid} ${startTicks}`);
  const paths = seen.output.split('\n').flatMap((row) => (row.startsWith('/') ? [row.split('\t')[0] ?? ''] : []));
  return {
    changes: new Map(changes),
    paths: new Set(paths),
    namespace,
    ...(stock && { stock }),
    ...(others && { processes: others.map(({ pid }) => pid) }),
    rest: JSON.stringify({ states, stock, settings, seen: seen.output, processes: lasting.toSorted() }),
    passages: new Set(),
  };
}

/** What a container may use, and what becomes of it: `docker update` changes it, and nothing but the engine knows how it was. */
const settingsOf = async (containers: Promise<readonly EngineObject[]>): Promise<readonly unknown[]> =>
  (await containers)
    .map(({ id, is }) => ({ id, settings: isRecord(is) ? is.HostConfig : undefined }))
    .toSorted((one, other) => one.id.localeCompare(other.id));

/** What looks at the machine for Seatrial, and what shows its shells, come and go with whoever looks; the shells with whoever types. */
function withoutOurs(processes: readonly Process[]): readonly Process[] {
  const viewers = new Set(processes.filter(({ args: [program] }) => program === 'dtach').map(({ pid }) => pid));
  return processes.filter(({ pid, parent, args: [program = ''] }) => {
    const isOurs = program === '' || program.startsWith('seatrial-') || viewers.has(pid) || viewers.has(parent);
    return !isOurs;
  });
}

/**
Puts the machine back to where it was: removes the containers, images, networks and volumes that came since, and the files, in containers and beside them.
Resolves with `same` where it is now, provably, as it was; if not, only another machine will do. Rejects where it is gone.
`anew`: in a new shell, what was set in the one before or left running there being nobody else's.
*/
export async function restore(harness: Harness, before: Snapshot, { anew = false } = {}): Promise<Restored> {
  try {
    if (anew && before.processes) await harness.typist.renew(before.processes);
    return (await putRight(harness, before)) ? 'same' : 'other';
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    await harness.watched().until(() => false, wordOfIt);
    return 'lost';
  }
}

async function putRight(harness: Harness, before: Snapshot): Promise<boolean> {
  const now = await snapshot(harness);
  if (isSame(now, before)) return true;
  const added = [...before.changes.keys()].flatMap((id) => came(id, before, now).map((path) => ({ id, path })));
  await harness.machine.world.shell.script(putBack(before, now, added), {}, deadline);
  // A folder that a file was made in counts as changed for good, though nothing of it differs any more.
  for (const { id, path } of added) for (const each of above(path)) before.passages.add(`${id}:${each}`);
  // What has been killed may take a moment to be gone, of which nothing tells; and on a cluster what was removed may have made another before.
  const most = before.namespace.size > 0 ? slowLooks : looks;
  for (let looked = 0; looked < most; looked += 1) {
    const seen = await snapshot(harness);
    if (isSame(seen, before)) return true;
    const left = removeAdded(before.namespace, seen.namespace);
    if (left.length > 0) await harness.machine.world.shell.script(left.join('\n'), {}, deadline);
    await harness.watched().settled();
  }
  return isSame(await snapshot(harness), before);
}

function putBack(before: Snapshot, now: Snapshot, added: readonly { readonly id: string; readonly path: string }[]) {
  const containers = [...now.changes.keys()].filter((id) => !before.changes.has(id));
  const files = [...now.paths].filter((path) => !before.paths.has(path));
  return [
    quietly,
    ...(containers.length > 0 ? [`docker rm --force --volumes ${containers.join(' ')}`] : []),
    ...(before.stock && now.stock ? restock(before.stock, now.stock) : []),
    ...(files.length > 0 ? [`rm -rf -- ${files.map(quoted).join(' ')}`] : []),
    ...removeAdded(before.namespace, now.namespace),
    ...added.map(({ id, path }) => `docker exec ${id} rm -rf -- ${quoted(path)}`),
  ].join('\n');
}

/** Paths that a container has gained since. */
function came(id: string, before: Snapshot, now: Snapshot): readonly string[] {
  const known = new Set(before.changes.get(id)?.map(({ path }) => path));
  const changes = now.changes.get(id) ?? [];
  return changes.flatMap(({ kind, path }) => (kind === 'added' && !known.has(path) ? [path] : []));
}

/** What the engine mounts over: it touches what lies beneath whenever it is asked for a file, and nobody can see that. */
const ofEngine: ReadonlySet<string> = new Set(['/etc', '/etc/hosts', '/etc/hostname', '/etc/resolv.conf']);

function isSame(now: Snapshot, before: Snapshot): boolean {
  const text = ({ changes, namespace, rest }: Snapshot) =>
    JSON.stringify([
      rest,
      [...namespace],
      [...changes].map(([id, of]) => [
        id,
        of
          .filter(
            ({ kind, path }) => kind !== 'changed' || !(ofEngine.has(path) || before.passages.has(`${id}:${path}`)),
          )
          .toSorted(byPath),
      ]),
    ]);
  return text(now) === text(before);
}

const byPath = (one: FileChange, other: FileChange): number => one.path.localeCompare(other.path);

/** Every folder above this path, the root left out. */
const above = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1, -1)
    .map((_, index, all) => `/${all.slice(0, index + 1).join('/')}`);

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
