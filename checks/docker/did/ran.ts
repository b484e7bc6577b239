import type { CheckContext, Exec, Listing, ProgramRun, World } from '../../../runner/api.ts';
import { lastPart, lineOf } from '../words.ts';
import { asCalled } from './asCalled.ts';
import type { ExecParams } from './check.ts';
import type { Deed, Done, Known } from './deed.ts';
import { regardOf } from './operands.ts';

/**
What the learner ran in this container, or wanted to, and by exec in others; why something may have been missed. What has ended and shown
nothing is believed once all that it did has been told.
*/
export async function ranIn(
  world: World,
  wanted: ExecParams,
  known: Known | undefined,
  context: CheckContext,
): Promise<readonly Done[]> {
  const seen = await ranSoFar(world, wanted, known, context);
  if (!known || !seen.some(({ here, has, running }) => here && has === false && !running)) return seen;
  await world.docker.programsTold(known.id, context.signal);
  return ranSoFar(world, wanted, known, context);
}

async function ranSoFar(
  { docker }: World,
  wanted: ExecParams,
  known: Known | undefined,
  { since, signal }: CheckContext,
): Promise<readonly Done[]> {
  const { id, name } = known ?? { id: wanted.in, name: wanted.in };
  const { runs, missed: gap } = await docker.programRuns(id, signal);
  const missed = gap && gap.at >= since ? gap.why : undefined;
  const execs = (await docker.execs(0, signal)).filter(({ asked }) => asked);
  const own = execs.filter(({ container }) => container === id);
  const others = execs.filter(({ container }) => container !== id);
  const nameOf = ({ container }: Exec) => docker.remembered(container)?.name ?? container.slice(0, 12);
  // The program that an exec names, and those that took its place one after another.
  const chainOf = ({ pid }: Exec) => runs.filter((each) => pid !== undefined && each.pid === pid);
  const besides = runs.filter((run) => !own.some((exec) => chainOf(exec)[0] === run));
  // An exec that was begun before anybody watched is known all the same, unless its program runs others.
  const isLate = missed === 'late';
  const gapOf = ({ args: [program = ''], at }: Exec) =>
    isLate && !(runsOthers(program) && at <= (gap?.at ?? 0)) ? undefined : missed;
  return [
    ...own.map((exec) => ({ ...ofExec(exec, chainOf(exec), wanted), of: name, here: true, missed: gapOf(exec) })),
    // Typed in a shell inside, called by a script, brought in from the machine.
    ...besides.map((run): Done => {
      const { program: what, name: applet = what, at } = run;
      const exit = own.find((each) => chainOf(each).at(-1) === run)?.exitCode;
      const names = [lastPart(what), applet];
      const by = own.find(({ id }) => id === run.exec);
      return {
        ...{ by: 'run', what, names, of: name, here: true, at, exit },
        ...(!isLate && { missed }),
        ...shown(run.listed, wanted, calledSo(run, wanted) ?? asCalled(by, names), globbed(runs, run)),
      };
    }),
    ...others.map((exec) => ({ ...ofExec(exec, [], wanted), of: nameOf(exec), here: false })),
  ].filter(({ at }) => at >= since);
}

/** The program that an exec named. Its exit code is the exec's, unless it made way for another. */
function ofExec(exec: Exec, chain: readonly ProgramRun[], wanted: ExecParams): Omit<Done, 'of' | 'here'> {
  const { args, at, exitCode, error, endedAt } = exec;
  const [first] = chain;
  const goesOn = exitCode === undefined && endedAt === undefined && error === undefined;
  const exit = error !== undefined || chain.length < 2 ? exitCode : undefined;
  const what = lineOf(args).replaceAll('\n', ' ');
  const names = [lastPart(args[0] ?? ''), ...(first?.name === undefined ? [] : [first.name])];
  return {
    ...{ by: 'run', what, names, at, exit, error, running: goesOn || undefined },
    ...shown(first?.listed ?? [], wanted, asCalled(exec, names)),
  };
}

/** What a program has shown of what is asked for: a file's name, or a folder by its whole path. `given`: read for it by a shell. */
function shown(
  listed: readonly Listing[],
  { lists }: ExecParams,
  { words, isDone }: ReturnType<typeof asCalled>,
  given: readonly Listing[] = [],
): Pick<Deed, 'listed' | 'has' | 'hides'> {
  const folders = [...new Set(listed.map(({ path }) => path))].slice(0, 5);
  if (lists === undefined) return { listed: folders };
  // Who reads of one process has looked at what `/proc` has.
  const isIn = (path: string) => path === lists || (lists === '/proc' && path.startsWith('/proc/'));
  if (lists.startsWith('/')) return { listed: folders, has: listed.some(({ path }) => isIn(path)) };
  const { named, hidden } = regardOf(words, lists);
  const has = (named && isDone) || [...listed, ...given].some(({ fresh }) => fresh.includes(lists));
  return { listed: folders, has: has && !hidden, ...(has && hidden && { hides: true }) };
}

/** How a program was called, where the kernel has told it: that it has shown a file that it was given is known by that being there. */
const calledSo = ({ called }: ProgramRun, { lists = '' }: ExecParams) =>
  called && { words: called.words, isDone: called.there.some((each) => lastPart(each.replace(/\/+$/, '')) === lists) };

/** What shells of its exec read just before it: so names come by that are given to a program, which may read no folder itself. */
function globbed(runs: readonly ProgramRun[], run: ProgramRun): readonly Listing[] {
  const together = runs.filter(({ exec }) => exec === run.exec);
  const before = together.slice(0, together.indexOf(run)).findLast((each) => !isShell(each));
  const isBetween = ({ at }: Listing) => at >= (before?.at ?? 0) && at <= run.at;
  return together.filter(isShell).flatMap(({ listed }) => listed.filter(isBetween));
}

const isShell = ({ program }: ProgramRun): boolean => /^(?:ba|da|a|z)?sh$/.test(lastPart(program));

const runsOthers = (program: string): boolean =>
  /^(?:\w*sh|env|xargs|timeout|nice|nohup|setsid|busybox|find|watch|script|strace|chroot|python\S*|perl|awk)$/.test(
    lastPart(program),
  );
