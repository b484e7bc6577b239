import type { Container, Exec, ProgramRun, World } from '../../../runner/api.ts';
import { program } from '../command.ts';
import { typed } from '../typed.ts';
import type { ExecParams } from './check.ts';

/** A program that the learner ran inside a container, or wanted to. */
export type Ran = {
  /** As it would be typed, after `docker exec` and the container. */
  readonly what: string;
  /** By what names it may be called for. */
  readonly names: readonly string[];
  readonly at: number;
  /** Unset while it runs, and where it cannot be known: one that was typed in a shell inside. */
  readonly exit?: number;
  readonly running?: true;
  /** Why it could not be started, in the engine's words. */
  readonly error?: string;
  /** The container's name, where it is another one. */
  readonly elsewhere?: string;
  /** The first few folders that it read. */
  readonly listed: readonly string[];
  /** Whether it showed what is asked for. */
  readonly has?: boolean;
};

/** What was run in this container, and by exec in others; whether something may have been missed. */
export async function ranIn(
  world: World,
  wanted: ExecParams,
  known: Container | undefined,
  since: number,
  signal: AbortSignal,
): Promise<{ readonly ran: readonly Ran[]; readonly missed?: string }> {
  const id = known?.id ?? wanted.in;
  const { runs, missed } = await world.docker.programRuns(id, signal);
  const execs = (await world.docker.execs(0, signal)).filter(({ asked }) => asked);
  const own = execs.filter(({ container }) => container === id);
  const others = execs.filter(({ container, at }) => container !== id && at >= since);
  const ran = [
    ...own.map((each) => ofExec(each, runs, wanted)),
    ...runs.flatMap((each) => ofRun(each, own, runs, wanted)),
    ...others.map((each) => ({
      ...ofExec(each, [], wanted),
      elsewhere: world.docker.remembered(each.container)?.name ?? each.container.slice(0, 12),
    })),
  ];
  return {
    ran: ran.filter(({ at }) => at >= since).toSorted((one, other) => one.at - other.at),
    ...(missed && missed.at >= since && { missed: missed.why }),
  };
}

const firstOf = ({ pid }: Exec, runs: readonly ProgramRun[]): ProgramRun | undefined =>
  runs.find((each) => pid !== undefined && each.pid === pid);

const lastOf = ({ pid }: Exec, runs: readonly ProgramRun[]): ProgramRun | undefined =>
  runs.findLast((each) => pid !== undefined && each.pid === pid);

/** The program that an exec named. Its exit code is the exec's, unless it made way for another. */
function ofExec(exec: Exec, runs: readonly ProgramRun[], wanted: ExecParams): Ran {
  const { args, at, exitCode, error, endedAt } = exec;
  const own = firstOf(exec, runs);
  const isLast = own === lastOf(exec, runs);
  const exit = exitCode !== undefined && (error !== undefined || isLast) ? exitCode : undefined;
  const named = args.slice(1).some((each) => program(each) === wanted.lists) && exitCode === 0;
  return {
    ...{ what: typed(args), names: [program(args[0] ?? '')], at },
    ...(exit !== undefined && { exit }),
    ...(exitCode === undefined && endedAt === undefined && error === undefined && { running: true as const }),
    ...(error !== undefined && { error }),
    ...shown(own, wanted, named),
  };
}

/** A program that was run besides: typed in a shell inside, called by a script, brought in from the machine. */
function ofRun(
  run: ProgramRun,
  execs: readonly Exec[],
  runs: readonly ProgramRun[],
  wanted: ExecParams,
): readonly Ran[] {
  const exec = execs.find(({ id }) => id === run.exec);
  if (exec && run === firstOf(exec, runs)) return [];
  const isLast = exec !== undefined && run === lastOf(exec, runs);
  return [
    {
      ...{
        what: run.program,
        names: [program(run.program), ...(run.name === undefined ? [] : [run.name])],
        at: run.at,
      },
      ...(isLast && exec.exitCode !== undefined && { exit: exec.exitCode }),
      ...shown(run, wanted, false),
    },
  ];
}

/** What a program has shown of what is asked for: a file's name, or a folder by its whole path. */
function shown(run: ProgramRun | undefined, { lists }: ExecParams, named: boolean): Pick<Ran, 'listed' | 'has'> {
  const listed = run?.listed ?? [];
  const isPath = lists?.startsWith('/') === true;
  const has = (path: string, fresh: readonly string[]) =>
    isPath ? path === lists || path.startsWith(`${lists}/`) : fresh.includes(lists ?? '');
  return {
    listed: [...new Set(listed.map(({ path }) => path))].slice(0, 5),
    ...(lists !== undefined && { has: named || listed.some(({ path, fresh }) => has(path, fresh)) }),
  };
}
