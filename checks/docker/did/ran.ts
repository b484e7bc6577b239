import type { CheckContext, Container, Exec, ProgramRun, World } from '../../../runner/api.ts';
import { lastPart, lineOf } from '../words.ts';
import type { ExecParams } from './check.ts';
import type { Deed } from './deed.ts';

type Ran = Deed & { readonly at: number };

/** What the learner ran in this container, or wanted to, and by exec in others; why something may have been missed. */
export async function ranIn(
  { docker }: World,
  wanted: ExecParams,
  known: Container | undefined,
  { since, signal }: CheckContext,
): Promise<readonly Ran[]> {
  const id = known?.id ?? wanted.in;
  const { runs, missed } = await docker.programRuns(id, signal);
  const execs = (await docker.execs(0, signal)).filter(({ asked }) => asked);
  const own = execs.filter(({ container }) => container === id);
  const others = execs.filter(({ container }) => container !== id);
  const here = [
    ...own.map((each) => ofExec(each, runs, wanted)),
    ...runs.flatMap((each) => ofRun(each, own, runs, wanted)),
  ];
  const of = known?.name ?? wanted.in;
  return [
    ...here.map((each) => ({ ...each, of, ...(missed && missed.at >= since && { missed: missed.why }) })),
    ...others.map((each) => {
      const other = docker.remembered(each.container)?.name ?? each.container.slice(0, 12);
      return { ...ofExec(each, [], wanted), of: other, here: false };
    }),
  ].filter(({ at }) => at >= since);
}

const isOf =
  ({ pid }: Exec) =>
  (each: ProgramRun): boolean =>
    pid !== undefined && each.pid === pid;

/** The program that an exec named. Its exit code is the exec's, unless it made way for another. */
function ofExec(exec: Exec, runs: readonly ProgramRun[], wanted: ExecParams): Ran {
  const { args, at, exitCode, error, endedAt } = exec;
  const own = runs.find(isOf(exec));
  const isLast = own === runs.findLast(isOf(exec));
  const named = args.slice(1).some((each) => lastPart(each) === wanted.lists) && exitCode === 0;
  return {
    ...{
      by: 'run',
      what: lineOf(args).replaceAll('\n', ' '),
      names: [lastPart(args[0] ?? '')],
      of: '',
      here: true,
      at,
    },
    ...(exitCode !== undefined && (error !== undefined || isLast) && { exit: exitCode }),
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
  const { program: what, name, at } = run;
  const exec = execs.find(({ id }) => id === run.exec);
  if (exec && run === runs.find(isOf(exec))) return [];
  const isLast = exec !== undefined && run === runs.findLast(isOf(exec));
  return [
    {
      ...{ by: 'run', what, names: [lastPart(what), ...(name === undefined ? [] : [name])], of: '', here: true, at },
      ...(isLast && exec.exitCode !== undefined && { exit: exec.exitCode }),
      ...shown(run, wanted, false),
    },
  ];
}

/** What a program has shown of what is asked for: a file's name, or a folder by its whole path. */
function shown(run: ProgramRun | undefined, { lists }: ExecParams, named: boolean): Pick<Deed, 'listed' | 'has'> {
  const listed = run?.listed ?? [];
  // Who reads of one process has looked at what `/proc` has.
  const isIn = (path: string) => path === lists || (lists === '/proc' && path.startsWith('/proc/'));
  const has = listed.some(({ path, fresh }) => (lists?.startsWith('/') ? isIn(path) : fresh.includes(lists ?? '')));
  return {
    listed: [...new Set(listed.map(({ path }) => path))].slice(0, 5),
    ...(lists !== undefined && { has: named || has }),
  };
}
