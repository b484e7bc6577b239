import {
  type Alive,
  type Container,
  type FileSeen,
  type HostProcess,
  membersOf,
  message,
  type Process,
  type ProcessDetails,
  type World,
} from '../../runner/api.ts';
import { containerCalled } from '../kubernetes/pods.ts';
import { containerIn } from '../kubernetes/within.ts';
import { namesOf } from './disguise.ts';
import type { Said } from './expectation.ts';
import type { Place } from './place.ts';

/** A process with what every table tells of it. */
export type Own = Process & Pick<HostProcess, 'container' | 'startedAt' | 'age'> & { readonly uid?: number };

/** `pid`: as this process sees it. `follow`: a link is not looked at itself, where whole folders are made of links. */
type Look = { readonly room: number; readonly pid?: number; readonly follow: boolean };

/** A place as it is now. */
export type Site = {
  /** As messages tell it; empty for the machine. */
  readonly name: string;
  /** The engine's. */
  readonly container?: Container;
  /** Nobody sees its files but a process of its own. */
  readonly byProcess?: true;
  /** Its own ones, its first one first: none that an exec brought in. And all among which their parents are. */
  processes(): Promise<{ readonly own: readonly Own[]; readonly all: readonly Own[] }>;
  details(pid: number): Promise<ProcessDetails | undefined>;
  /** Where the file lies that a process of it executes; undefined of one that has ended. */
  executes(process: Own): Promise<string | undefined>;
  /** Where what it executes lies, where that is another file than the program of its image that it is taken for. */
  impostor(process: Own): Promise<string | undefined>;
  file(path: string, look: Look): Promise<FileSeen | undefined>;
  alive(process: Own): Alive;
};

/** A place as it is now; what to say where there is none. */
export function siteOf(world: World, place: Place, signal: AbortSignal): Promise<Site | Said> {
  if (typeof place === 'object') return inPod(world, place, signal);
  return place === 'machine' ? Promise.resolve(onMachine(world, signal)) : inContainer(world, place, signal);
}

/** Where the file lies that a process of the machine or of its containers executes. */
export const executedOn =
  (host: World['host']) =>
  async ({ pid }: Pick<Process, 'pid'>): Promise<string | undefined> =>
    (await host.file(`/proc/${pid}/exe`))?.target;

/** Of a container's process: the file that it executes in the place of its image's own. */
export const impostorIn =
  ({ docker }: World, signal: AbortSignal) =>
  async (process: Own, names = namesOf(process)): Promise<string | undefined> =>
    process.container === undefined ? undefined : docker.impostor(process.container, process.pid, names, signal);

const onMachine = ({ host }: World, signal: AbortSignal): Site => ({
  name: '',
  processes: async () => {
    const all = await host.processes(signal);
    return { all, own: all.filter(({ container }) => container === undefined) };
  },
  details: (pid) => host.details(pid, signal),
  executes: executedOn(host),
  // The machine's own programs are the learner's.
  impostor: async () => undefined,
  file: (path, { room, pid }) => host.file(path, room, pid),
  alive: ({ pid, startTicks }) => ({ in: 'machine', pid, startTicks }),
});

async function inContainer(world: World, reference: string, signal: AbortSignal): Promise<Site | Said> {
  const { docker, host } = world;
  const container = await docker.container(reference, signal);
  const name = (container ?? docker.remembered(reference))?.name ?? reference;
  if (!container) return { because: message('kit.absent', { noun: 'container', name }), attempt: false };
  const { id } = container;
  return {
    ...onMachine(world, signal),
    ...{ name, container, impostor: impostorIn(world, signal) },
    processes: async () => {
      const [own, all] = await Promise.all([docker.processes(id, signal), host.processes(signal)]);
      return { own, all };
    },
    file: (path, { room, pid }) =>
      pid === undefined ? docker.file(id, path, { room, signal }) : host.file(path, room, pid),
    alive: ({ pid, startTicks }) => ({ in: 'container', container: id, pid, startTicks }),
  };
}

async function inPod(
  { kubernetes, host }: World,
  wanted: Exclude<Place, string>,
  signal: AbortSignal,
): Promise<Site | Said> {
  const found = await containerIn(kubernetes, wanted, signal);
  if ('because' in found) return found;
  const { pod, container } = found;
  const id = containerCalled(pod, container)?.id ?? '';
  return {
    ...{ name: `${pod.name}/${container}`, byProcess: true },
    processes: async () => {
      const [table, execs, [clock]] = await Promise.all([
        kubernetes.processes(pod, undefined, signal),
        kubernetes.execs(pod, signal),
        host.processes(signal),
      ]);
      const all = table.map((each): Own => ({ ...each, ...timesOf(each, clock) }));
      // Where they share a PID namespace, `pause` is the first process of them all.
      const adopter = all.find((each) => each.insidePid === 1 && each.container === undefined)?.pid;
      const times = execs?.all.map(({ container: name, at, pid, ended }) => ({
        ...{ container: containerCalled(pod, name)?.id ?? '', at },
        ...(pid !== undefined && { pid }),
        ...(ended && { endedAt: ended.at }),
      }));
      const whose = { id, ...(pod.sharesProcesses && adopter !== undefined && { adopter }) };
      return { all, own: membersOf(all, whose, times ?? []) };
    },
    details: (pid) => kubernetes.details(pod, pid, signal),
    // As the container's own /proc shows it, which it has for its own PIDs.
    executes: async ({ pid, insidePid }) =>
      (await kubernetes.file(pod, pid, `/proc/${insidePid}/exe`, { signal }))?.target,
    impostor: async () => undefined,
    file: async (path, { pid, ...look }) =>
      pid === undefined ? undefined : kubernetes.file(pod, pid, path, { ...look, signal }),
    alive: ({ pid, startTicks }) => ({ in: 'pod', pod: pod.uid, container, pid, startTicks }),
  };
}

/** Nodes and machines run on one kernel, which counts the starts of all processes from its own. A tick is a hundredth of a second. */
function timesOf({ startTicks }: Process, clock: HostProcess | undefined): Pick<Own, 'startedAt' | 'age'> {
  const later = (startTicks - (clock?.startTicks ?? 0)) * 10;
  return { startedAt: (clock?.startedAt ?? 0) + later, age: (clock?.age ?? 0) - later };
}
