import type { ApiCall, CheckContext, Container, World } from '../../../runner/api.ts';
import { means, type Outcome, outcomeOf, type Read, readCall } from './calls.ts';
import type { DidParams } from './check.ts';
import { type Ran, ranIn } from './ran.ts';

/** A call of the API by the learner. */
export type Called = Read &
  Outcome & {
    readonly at: number;
    /** What it was about, by name, and whether that is what was asked for. */
    readonly name: string;
    readonly here: boolean;
    /** Of a list: how many were on it, and how many were not that should have been. */
    readonly shows?: number;
    readonly lacks?: number;
    /** Of a call that shows a container's files: whether the one that is asked for was there. */
    readonly has?: boolean;
  };

export type Evidence = {
  /** What it is about: its name, where there is one, and whether it runs, where that is a container. */
  readonly name: string;
  readonly state?: Container['state'] | 'absent';
  /** Oldest first. */
  readonly ran: readonly Ran[];
  readonly calls: readonly Called[];
  /** Why something may have been missed that was run inside. */
  readonly missed?: string;
  /** A line typed on the machine that begins with one of the programs, or lists processes there. */
  readonly onMachine?: { readonly line: string; readonly at: number };
  /** The last line that called `docker` in vain. */
  readonly failed?: { readonly line: string; readonly code: number; readonly at: number };
};

type Shown = Readonly<Record<string, boolean>>;

/** What a call showed is looked up once, soon after it: later there may be more. */
export const kept = ({ calls }: Evidence): Shown =>
  Object.fromEntries(calls.flatMap(({ at, has }) => (has === undefined ? [] : [[String(at), has]])));

const isShown = (kept: unknown): kept is Shown => typeof kept === 'object' && kept !== null;

export const programsOf = ({ exec }: DidParams): readonly string[] => [exec?.program ?? []].flat();

export async function observe(world: World, wanted: DidParams, context: CheckContext): Promise<Evidence> {
  const { since, signal } = context;
  const reference = wanted.exec?.in ?? wanted.of;
  // Asked in any case: an engine that is away is no fault of whoever asks it.
  await world.docker.containers(signal);
  const found = reference === undefined ? undefined : await world.docker.container(reference, signal);
  const known = found ?? (reference === undefined ? undefined : world.docker.remembered(reference));
  const looked = wanted.exec ? await ranIn(world, wanted.exec, known, since, signal) : { ran: [] };
  const calls = await Promise.all(
    world.docker
      .calls(since)
      .filter((each) => concerns(each, wanted))
      .map((each) => called(world, each, wanted, known, context)),
  );
  const lines = world.shell.commands(since);
  const names = wanted.exec ? programsOf(wanted) : ['ps', 'top'];
  const onMachine = lines.findLast(({ line }) => names.includes(line.trim().split(/\s+/)[0] ?? ''));
  const failed = lines.findLast(({ line, exitCode }) => exitCode !== 0 && /\bdocker\b/.test(line));
  return {
    name: known?.name ?? reference ?? '',
    ...(wanted.exec && { state: found?.state ?? 'absent' }),
    ...looked,
    calls,
    ...(onMachine && { onMachine: { line: onMachine.line, at: onMachine.at } }),
    ...(failed && { failed: { line: failed.line, code: failed.exitCode, at: failed.at } }),
  };
}

/** What a client asks besides, to do what it was told. */
const aside = new Set(['_ping', 'version', 'info', 'auth', 'wait', 'resize', 'session', 'grpc']);

/** Calls that are wanted, and those that tell what was done instead. */
function concerns(call: ApiCall, { list, call: names }: DidParams): boolean {
  const read = readCall(call);
  if (list !== undefined) return read.call === 'list' || (read.call === 'inspect' && !aside.has(read.kind));
  return names !== undefined && [names].flat().includes(read.call);
}

async function called(
  world: World,
  call: ApiCall,
  { of, list, all, exec }: DidParams,
  known: Container | undefined,
  { signal, kept }: CheckContext,
): Promise<Called> {
  const read = readCall(call);
  const { at } = call;
  const wanted = of ?? exec?.in;
  const outcome = await outcomeOf(world, call, read, signal);
  const subject = read.of === undefined ? undefined : await world.docker.container(read.of, signal);
  const lists = exec?.lists;
  const before = isShown(kept) ? kept[at] : undefined;
  const here = wanted === undefined || (read.of !== undefined && means(read.of, wanted, known));
  return {
    ...{ ...read, ...outcome, at, here },
    name: subject?.name ?? read.of ?? '',
    ...(list !== undefined && read.kind === list.slice(0, -1) && (await lacking(world, call, all, signal))),
    ...(lists && !lists.startsWith('/') && { has: before ?? (await holds(world, call, known, lists, signal)) }),
  };
}

/** How a list differs from that of all. */
async function lacking(
  world: World,
  call: ApiCall,
  all: boolean,
  signal: AbortSignal,
): Promise<Pick<Called, 'shows' | 'lacks'>> {
  const { ids } = await world.docker.repeat(call, signal);
  if (!ids) return {};
  const whole = await world.docker.repeat({ ...call, query: all ? { all: '1' } : {} }, signal);
  return { shows: ids.length, lacks: (whole.ids ?? []).filter((each) => !ids.includes(each)).length };
}

/** Whether a container has a file of this name that its image has not, where a call shows it. */
async function holds(
  world: World,
  { path, query }: ApiCall,
  known: Container | undefined,
  name: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!known || path.endsWith('/top')) return false;
  const folder = path.endsWith('/archive') ? (query.path ?? '/').replace(/\/?\.?$/, '') : '';
  const changes = await world.docker.changes(known.id, signal);
  return changes.some((each) => each.path.endsWith(`/${name}`) && each.path.startsWith(`${folder}/`));
}
