import { z } from 'zod';
import type { KubernetesWorld, Pod } from './model.ts';

const shells = new Set(['sh', 'bash', 'dash', 'ash', 'busybox']);

/** Whether a program of this name is one that somebody may type in. */
export const isShellName = (name: string): boolean => shells.has(name.slice(name.lastIndexOf('/') + 1));

/** Whether a flag of a shell hands it a script. */
export const isScript = (flag: string): boolean => /^-[a-z]*c$/.test(flag);

const asksOfShell = /^-(?:[a-z]+|-login|-norc|-noprofile|-posix)$/;

/** Whether what runs so is a shell that reads what is typed: busybox is one where it is told to be. */
export function isShell([first = '', ...rest]: readonly string[]): boolean {
  if (/(?:^|\/)busybox$/.test(first)) return rest.length > 0 && isShell(rest);
  return isShellName(first) && rest.every((each) => asksOfShell.test(each) && !isScript(each));
}

/** A shell as it was first seen since the step opened: where (the Pod's uid), how many bytes it had read, and when that was. */
const readShape = z.object({
  pod: z.string(),
  container: z.string(),
  /** Its PID namespace. */
  space: z.string(),
  bytes: z.number(),
  at: z.number(),
});

/** By `PID START` on the node. */
const readsShape = z.record(z.string(), readShape).catch({});

type Looking = Pick<KubernetesWorld, 'processes' | 'readFile'>;

/** A shell inside a Pod, by the name of its container, and whether it has read more since it was first seen. */
export type ShellSeen = { readonly container: string; readonly firstSeen: number; readonly grown: boolean };

/**
What the shells inside a Pod that somebody may type in have read (`rchar` of `/proc/PID/io`, proc(5)): whether something was typed
in one, though what that was nobody but itself knows. One that has ended was told to, unless the whole namespace that it was in
has ended with it: then somebody ended that.
*/
export async function shellsIn(
  { kubernetes, now }: { readonly kubernetes: Looking; readonly now: () => number },
  pod: Pod,
  kept: unknown,
  signal?: AbortSignal,
): Promise<{ readonly kept: unknown; readonly shells: readonly ShellSeen[] }> {
  const before = readsShape.parse(kept);
  const found = (await kubernetes.processes(pod, undefined, signal)).flatMap((each) => {
    const container = pod.containers.find(({ id }) => id !== undefined && id === each.container)?.name;
    return container !== undefined && isShell(each.args) ? [{ ...each, container }] : [];
  });
  const read = await Promise.all(
    found.map(async ({ pid, insidePid, startTicks, container, namespaces }) => {
      // As the container's own /proc shows it, which it has for its own PIDs.
      const io = await kubernetes.readFile(pod, pid, `/proc/${insidePid}/io`, signal);
      const bytes = /^rchar: (\d+)/m.exec(io ?? '')?.[1];
      const key = `${pid} ${startTicks}`;
      return { key, container, space: namespaces.pid, ...(bytes !== undefined && { bytes: Number(bytes) }) };
    }),
  );
  const at = now();
  // One that cannot be read any more is about to end: what it has read is not nothing.
  const first = read.flatMap(({ key, container, space, bytes }) =>
    bytes === undefined ? [] : [[key, { pod: pod.uid, container, space, bytes, at }] as const],
  );
  const reads = { ...Object.fromEntries(first), ...before };
  const known = Object.entries(reads)
    .filter(([, seen]) => seen.pod === pod.uid)
    .map(([key, seen]) => ({ seen, still: read.find((each) => each.key === key) }));
  const hasEnded = known.some(({ still }) => still === undefined);
  const living = hasEnded ? await livingSpaces(kubernetes, pod, signal) : new Set();
  const shells = known.map(({ seen: { container, space, bytes, at: firstSeen }, still }) => {
    const grown = still ? (still.bytes ?? bytes) > bytes : living.has(space);
    return { container, firstSeen, grown };
  });
  return { kept: reads, shells };
}

/** The PID namespaces of a Pod that are not ending. To be asked after a shell was missed: its namespace's first process begins to end before it. */
async function livingSpaces(kubernetes: Looking, pod: Pod, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  const processes = await kubernetes.processes(pod, undefined, signal);
  // One that is ending has no arguments any more.
  const firsts = processes.filter(({ insidePid, args: [first = ''] }) => insidePid === 1 && first !== '');
  return new Set(firsts.map(({ namespaces }) => namespaces.pid));
}
