import { type Pod, type World, z } from '../../runner/api.ts';
import { isShellName } from './act.ts';

/** How many bytes a shell had read when it was first seen since the step opened, and when that was; by `PID START` on the node. */
export type ShellReads = Readonly<Record<string, { readonly bytes: number; readonly at: number }>>;

const keptShape = z.record(z.string(), z.object({ bytes: z.number(), at: z.number() })).catch({});

/** A shell inside a Pod, by the name of its container, and whether it has read more since it was first seen. */
export type ShellSeen = { readonly container: string; readonly firstSeen: number; readonly grown: boolean };

/**
What the shells inside a Pod have read (`rchar` of `/proc/PID/io`, proc(5)): whether something was typed in one, though what that
was nobody but itself knows.
*/
export async function shellReads(
  { kubernetes, now }: World,
  pod: Pod,
  kept: unknown,
  signal: AbortSignal,
): Promise<{ readonly reads: ShellReads; readonly shells: readonly ShellSeen[] }> {
  const before = keptShape.parse(kept ?? {});
  const found = (await kubernetes.processes(pod, undefined, signal)).flatMap((each) => {
    const container = pod.containers.find(({ id }) => id !== undefined && id === each.container)?.name;
    return container !== undefined && isShellName(each.args[0] ?? '') ? [{ ...each, container }] : [];
  });
  const read = await Promise.all(
    found.map(async ({ pid, insidePid, startTicks, container }) => {
      // As the container's own /proc shows it, which it has for its own PIDs.
      const io = await kubernetes.readFile(pod, pid, `/proc/${insidePid}/io`, signal);
      return { key: `${pid} ${startTicks}`, container, bytes: Number(/^rchar: (\d+)/m.exec(io ?? '')?.[1] ?? 0) };
    }),
  );
  const at = await now();
  const first = Object.fromEntries(read.map(({ key, bytes }) => [key, { bytes, at }]));
  const shells = read.map(({ key, container, bytes }) => {
    const seen = before[key] ?? { bytes, at };
    return { container, firstSeen: seen.at, grown: bytes > seen.bytes };
  });
  return { reads: { ...first, ...before }, shells };
}
