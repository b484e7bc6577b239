import type { ApiCall, CalledSo, Container, Exec, Listing, ProgramRun } from './model.ts';

/** A program that was opened for execution in a container, as the machine's watcher tells it. */
export type Opened = {
  readonly container: string;
  readonly program: string;
  readonly name?: string;
  readonly called?: CalledSo;
  readonly pid: number;
  /** PID of its session's first process: an exec has a session of its own. */
  readonly session: number;
  /** An exec of the engine's, somebody on the machine, the container's own terminal; or it had ended before it could be looked at. */
  readonly by: 'exec' | 'machine' | 'attached' | 'unknown';
  readonly at: number;
  readonly listed: readonly Listing[];
};

type Known = {
  readonly execs: readonly Exec[];
  readonly calls: readonly ApiCall[];
  readonly container: Container | undefined;
};

/** How much later than an exec's end it may be told what was run by it, in ms. */
const late = 500;
/** The same where its PID tells that it was this one, on a machine that is busy; the kernel gives that PID to nobody else so soon. */
const lateByPid = 10_000;

const runsAt = ({ at, endedAt = Number.POSITIVE_INFINITY }: Exec, moment: number, later: number): boolean =>
  moment >= at && moment <= endedAt + later;

/** A shell that waits for somebody to type: it was given nothing to run. */
const isTypedIn = ([program = '', ...options]: readonly string[]): boolean =>
  /(?:^|\/)(?:ba|da|a|z)?sh$/.test(program) && options.every((each) => /^-(?!\w*c)/.test(each));

const isAttach = ({ method, path }: ApiCall, { id, name }: Container): boolean => {
  const reference = /^\/containers\/([^/]+)\/attach$/.exec(path)?.[1];
  return method === 'POST' && reference !== undefined && (reference === name || id.startsWith(reference));
};

/**
Of what was run in a container, what the learner ran: by an exec that somebody asked for, in the container's own shell while its terminal
is theirs, or brought in from the machine. What the container does by itself, and its health check, is nobody's act.
*/
export function learnersRuns(opened: readonly Opened[], { execs, calls, container }: Known): readonly ProgramRun[] {
  const isTheirs = container !== undefined && isTypedIn(container.command);
  return opened.flatMap(({ session, by, name, ...run }): readonly ProgramRun[] => {
    const told = { ...run, ...(name !== undefined && !run.program.endsWith(`/${name}`) && { name }) };
    const here = execs.filter((each) => each.container === run.container);
    const exec = here.find(
      (each) =>
        each.pid !== undefined && (each.pid === session || each.pid === run.pid) && runsAt(each, run.at, lateByPid),
    );
    if (exec) return exec.asked ? [{ ...told, exec: exec.id }] : [];
    const within = here.filter((each) => runsAt(each, run.at, late));
    const [only, ...others] = within;
    switch (by) {
      case 'attached':
        return isTheirs && calls.some((each) => each.at <= run.at && isAttach(each, container)) ? [told] : [];
      case 'unknown':
        if (!only || !within.every(({ asked }) => asked)) return [];
        // Where no other one ran then it came by this one.
        return [others.length === 0 ? { ...told, exec: only.id } : told];
      case 'machine':
        return [told];
      default:
        return [];
    }
  });
}
