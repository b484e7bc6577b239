import { type Pod, type World, z } from '../../runner/api.ts';
import { isShell } from './act.ts';

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
export type ShellReads = Readonly<Record<string, z.infer<typeof readShape>>>;

export const readsShape = z.record(z.string(), readShape).catch({});

/** A shell inside a Pod, by the name of its container, and whether it has read more since it was first seen. */
export type ShellSeen = { readonly container: string; readonly firstSeen: number; readonly grown: boolean };

/**
What the shells inside a Pod that somebody may type in have read (`rchar` of `/proc/PID/io`, proc(5)): whether something was typed
in one, though what that was nobody but itself knows. One that has ended was told to, unless the whole namespace that it was in
has ended with it: then somebody ended that.
*/
export async function shellReads(
  { kubernetes, now }: World,
  pod: Pod,
  before: ShellReads,
  signal: AbortSignal,
): Promise<{ readonly reads: ShellReads; readonly shells: readonly ShellSeen[] }> {
  const found = (await kubernetes.processes(pod, undefined, signal)).flatMap((each) => {
    const container = pod.containers.find(({ id }) => id !== undefined && id === each.container)?.name;
    return container !== undefined && isShell({ subresource: 'exec', command: each.args })
      ? [{ ...each, container }]
      : [];
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
  // Asked after it was seen which have ended: a namespace's first process begins to end before all others there are ended.
  const firsts = (await kubernetes.processes(pod, undefined, signal)).filter(({ insidePid }) => insidePid === 1);
  // One that is ending has no arguments any more.
  const spaces = new Set(firsts.filter(({ args: [first = ''] }) => first !== '').map((each) => each.namespaces.pid));
  const at = await now();
  // One that cannot be read any more is about to end: what it has read is not nothing.
  const first = read.flatMap(({ key, container, space, bytes }) =>
    bytes === undefined ? [] : [[key, { pod: pod.uid, container, space, bytes, at }] as const],
  );
  const reads = { ...Object.fromEntries(first), ...before };
  const shells = Object.entries(reads)
    .filter(([, seen]) => seen.pod === pod.uid)
    .map(([key, { container, space, bytes, at: firstSeen }]) => {
      const still = read.find((each) => each.key === key);
      const grown = still ? (still.bytes ?? bytes) > bytes : spaces.has(space);
      return { container, firstSeen, grown };
    });
  return { reads, shells };
}
