import type { Act, Pod, World } from '../../../runner/api.ts';
import type { DidParams } from './check.ts';

/** Which processes have started others, and since when none is missing. PIDs are the node's. */
export type Starts = { readonly from: number; readonly pids: readonly number[] };

/** What shells do by themselves, busybox's too: no process tells of it. */
const builtIn = new Set(
  '[ alias basename cd chmod command dirname echo exec export false kill mkdir printf pwd read rm set sleep sync test touch trap true type ulimit umask whoami'.split(
    ' ',
  ),
);

export const isBuiltIn = (program: string): boolean => builtIn.has(program);

/** Who has started processes in the containers in which a shell is as good as the program; undefined where that does not matter, or nobody can tell. */
export async function startsIn(
  { container, program, shell, lists, reads, signals, refused }: DidParams,
  { kubernetes }: World,
  pod: Pod,
  signal: AbortSignal,
): Promise<Starts | undefined> {
  const programs = [program ?? []].flat();
  if (!shell || programs.length === 0 || (lists ?? reads ?? signals ?? refused)) return undefined;
  if (programs.some(isBuiltIn)) return undefined;
  const places = [container ?? pod.containers.filter(({ role }) => role !== 'init').map(({ name }) => name)].flat();
  const found = await Promise.all(
    places.map((each) => kubernetes.readers(pod, { container: each, forks: true }, signal)),
  );
  const seen = found.filter((each) => each !== undefined);
  if (seen.length < places.length) return undefined;
  const pids = seen.flatMap(({ all }) => all.flatMap(({ pid }) => pid ?? []));
  return { from: Math.max(...seen.map(({ from }) => from)), pids: [...new Set(pids)] };
}

/** Whether an exec's first process has started any, where that can be told. */
export const hasStarted = ({ subresource, pid, at }: Act, starts: Starts | undefined): { readonly ran?: boolean } =>
  starts && subresource === 'exec' && pid !== undefined && at >= starts.from ? { ran: starts.pids.includes(pid) } : {};
