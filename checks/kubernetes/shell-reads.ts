import { type KubernetesWorld, type Pod, z } from '../../runner/api.ts';
import { isShellName } from './act.ts';

/** How many bytes a shell had read when it was first seen since the step opened, by `PID START` on the node. */
export type ShellReads = Readonly<Record<string, number>>;

const keptShape = z.record(z.string(), z.number()).catch({});

/**
Whether something was typed in a shell inside a Pod: what it has read has grown since it was first seen (`rchar` of
`/proc/PID/io`, proc(5)). What it was told by that nobody but itself knows. Where somebody had attached before the first look
(`attached`), that look comes too late to tell, and they are believed.
*/
export async function shellReads(
  kubernetes: KubernetesWorld,
  pod: Pod,
  { kept, attached }: { readonly kept: unknown; readonly attached: boolean },
  signal: AbortSignal,
): Promise<{ readonly reads: ShellReads; readonly typed: boolean }> {
  const before = keptShape.parse(kept ?? {});
  const shells = (await kubernetes.processes(pod, undefined, signal)).filter(
    ({ container, args: [first = ''] }) => container !== undefined && isShellName(first),
  );
  const now = await Promise.all(
    shells.map(async ({ pid, insidePid, startTicks }) => {
      // As the container's own /proc shows it, which it has for its own PIDs.
      const io = await kubernetes.readFile(pod, pid, `/proc/${insidePid}/io`, signal);
      return [`${pid} ${startTicks}`, Number(/^rchar: (\d+)/m.exec(io ?? '')?.[1] ?? 0)] as const;
    }),
  );
  const first = now.map(([key, bytes]) => [key, attached ? 0 : bytes] as const);
  const reads: ShellReads = { ...Object.fromEntries(first), ...before };
  return { reads, typed: now.some(([key, bytes]) => bytes > (reads[key] ?? bytes)) };
}
