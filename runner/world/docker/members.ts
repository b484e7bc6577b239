import type { HostProcess, Process } from '../host/model.ts';
import type { Container, ExecTime } from './model.ts';

/** How long after it was started the engine may be still to tell of an exec, in ms. */
const late = 2000;

/** What must be known of a process to tell whose it is. */
type Member = Process & Pick<HostProcess, 'container' | 'startedAt' | 'age'>;

/**
The processes that are a container's own: its first one, which stands first, and what that has started. None of a container that does not run.

What was brought in never counts: an exec has its parent outside of the container, and so has what joins its namespaces, which has
another control group besides. Where such a one ends, its children get the first process as their parent. They are known by their
session: that of an exec is its own (runc makes one: `setsid` in nsexec.c), and so is that of whoever leaves it by setsid(2) while it is
there. What the first process has started keeps its session, unless it leaves that itself, as daemons do: such a one counts once it is known that no exec has brought it in.
Nor does one count whose session is led from outside, or that has what no child of the first process could: it was let in, control group and all.
`adopter`: who gets the children of those that end, where that is not the container's first process.
*/
export function membersOf<Each extends Member>(
  processes: readonly Each[],
  { id, pid, adopter: other }: Pick<Container, 'id' | 'pid'> & { readonly adopter?: number },
  execs: readonly ExecTime[],
): readonly Each[] {
  const first = pid === undefined ? earliestOf(processes, id) : processes.find((each) => each.pid === pid);
  if (!first) return [];
  const within = new Map(
    processes.filter((each) => each === first || each.container === id).map((each) => [each.pid, each] as const),
  );
  const brought = execs.filter((each) => each.container === id);
  const known = new Map<number, boolean>([[first.pid, true]]);
  const adopter = other ?? first.pid;
  const outside = new Set(processes.filter(({ pid }) => !within.has(pid)).map(({ pid }) => pid));

  const isMember = (process: Each): boolean => {
    const before = known.get(process.pid);
    if (before !== undefined) return before;
    // A process is nobody's own parent, but a table that is read while it changes may say so.
    known.set(process.pid, false);
    const is = process.session === first.session || startedWithin(process);
    known.set(process.pid, is);
    return is;
  };

  const startedWithin = (process: Each): boolean => {
    const parent = within.get(process.parent);
    if (process.parent !== adopter) return parent !== undefined && isMember(parent);
    // It may have been another's child before that one ended.
    const leader = within.get(process.session);
    if (leader && leader !== process) return isMember(leader);
    if (outside.has(process.session) || isForeign(process, first)) return false;
    return (
      process.age >= late &&
      !brought.some(
        (exec) =>
          exec.pid === process.session ||
          (exec.at <= process.startedAt && process.startedAt <= (exec.endedAt ?? Number.POSITIVE_INFINITY)),
      )
    );
  };

  const others = [...within.values()].filter((each) => each !== first);
  return [first, ...others].filter((each) => isMember(each) && !isBeingMade(each));
}

/** Whether a process cannot come from another: it has what is inherited and never won back. */
function isForeign({ inherited: own }: Member, { inherited: from }: Member): boolean {
  if (!own || !from) return false;
  const isLedFromOutside = own.session === 0 && from.session !== 0;
  const mayMore = (hexadecimal(own.bounding) & ~hexadecimal(from.bounding)) !== 0n;
  return isLedFromOutside || (from.filtered && !own.filtered) || mayMore;
}

const hexadecimal = (digits: string): bigint => BigInt(`0x${digits}`);

/** In the moment after its start a container's first process is known by nothing but that it was there before all others. */
const earliestOf = <Each extends Member>(processes: readonly Each[], id: string): Each | undefined =>
  processes
    .filter(({ container }) => container === id)
    .toSorted((one, other) => one.startTicks - other.startTicks || one.pid - other.pid)[0];

/** Still `runc`, about to become what the container is to run. */
const isBeingMade = ({ name, args }: Member): boolean => /^runc(?::\[|$)/.test(name) && args[1] === 'init';
