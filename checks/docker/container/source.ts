import { type Container, type HostProcess, membersOf, message, type World } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import { disguises } from '../../kit/disguise.ts';
import type { Said } from '../../kit/expectation.ts';
import { executedOn, impostorIn } from '../../kit/site.ts';
import type { Subject } from '../../kit/subject.ts';
import { clientAt, isChange } from '../client.ts';
import { areWords, asksFor, lastPart, lineOf, wordsOf } from '../words.ts';
import { lastRefused } from './refused.ts';

export type Wanted = { readonly image: string; readonly args: string };

/** What is known of a container that may be what was asked for. */
export type Attempt = Pick<Container, 'state' | 'image' | 'command' | 'exitCode' | 'error'> & {
  /** What was asked for is among its own processes; of one that does not run: its command asks for it. */
  readonly runs: boolean;
  /** It comes from the image that was asked for. */
  readonly ofImage: boolean;
  /** A terminal's foreground job waits for it. */
  readonly foreground: boolean;
  /** Its first process is still being made. */
  readonly starts: boolean;
  /** What was asked for runs in it, but was brought in from outside. */
  readonly brought: boolean;
  /** What runs in it under the name of the program that was asked for, and is another. */
  readonly disguise?: string;
};

/** The machine's containers, each with what tells whether it is the one that is asked for. */
export const attempts = (wanted: Wanted): Source<Attempt> => ({
  noun: 'container',
  async read(world, _paths, context) {
    const { docker, host } = world;
    const { since, signal, taken = [] } = context;
    const [containers, processes] = await Promise.all([docker.containers(signal), host.processes(signal)]);
    const underWay = clientAt(processes, ['run', 'create', 'start']) !== undefined;
    const ofImage = await imageTest(world, wanted.image, containers, signal);
    const words = wordsOf(wanted.args);
    const running = containers.map((each) => ({ each, own: membersOf(processes, each, docker.execTimes()) }));
    const ownOf = new Map(running.map(({ each: { id }, own }) => [id, own] as const));
    const disguised = await disguisedAmong(world, { processes, running, words }, signal);
    const subjects = containers.map((each): Subject<Attempt> => {
      const { id, name, createdAt, startedAt = 0 } = each;
      const { process, ...is } = attemptAt(each, words, { processes, disguised, own: ownOf.get(id) ?? [] });
      // The engine dates a start later than its process: what an earlier step has found in between is no attempt at this one.
      const isTaken = taken.some((found) => found.kind === 'container' && found.id === id);
      const isFresh = createdAt >= since || (startedAt >= since && !isTaken);
      return {
        ...{ id, name, at: Math.max(createdAt, startedAt), fresh: isFresh },
        is: { ...is, ofImage: ofImage(each) },
        alive: process && [{ in: 'container', container: id, pid: process.pid, startTicks: process.startTicks }],
        over: is.state === 'exited' || is.state === 'dead' || undefined,
        // Created by a client that has still to start it.
        going: (underWay && is.state === 'created' && !is.error) || undefined,
      };
    });
    // A client that fetches an image was told before that there is none.
    const isFetching = docker.calls(since).findLast(isChange)?.path === '/images/create';
    const obstacle = underWay && !isFetching ? undefined : await lastRefused(world, wanted.image, containers, context);
    const into = subjects.find(({ is }) => is.brought)?.name;
    return { subjects, obstacle, elsewhere: elsewhereThan(world, processes, wanted, { since, into }) };
  },
});

/** `disguised`: which of them are another program than they are taken for, by PID. `own`: the container's. */
type Running = {
  readonly processes: readonly HostProcess[];
  readonly disguised: ReadonlyMap<number, string>;
  readonly own: readonly HostProcess[];
};

function attemptAt(container: Container, words: readonly string[], { processes, disguised, own }: Running) {
  const { id, pid, command, image, exitCode, error, attachable } = container;
  // One that ends is gone from the process table before the engine says so, and so is the program that waited for it.
  const hasEnded = container.state === 'running' && pid !== undefined && !processes.some((each) => each.pid === pid);
  const state = hasEnded ? 'exited' : container.state;
  const isRight = ({ pid, args }: HostProcess) => areWords(args, words) && !disguised.has(pid);
  const [disguise] = own.flatMap((each) => disguised.get(each.pid) ?? []);
  const begun = startedWith(command, words, own);
  const process = own.find(isRight) ?? (begun && !disguised.has(begun.pid) ? begun : undefined);
  const runs = state === 'running' || state === 'paused' ? process !== undefined : asksFor(command, words);
  const brought = !runs && processes.some((each) => each.container === id && isRight(each));
  const foreground = attachable && processes.some(isAttachedClient);
  return {
    ...(disguise !== undefined && { disguise }),
    ...{ process, runs, state, command, image, exitCode, error },
    starts: own.every(isInit),
    brought,
    foreground,
  };
}

type Known = {
  readonly processes: readonly HostProcess[];
  readonly running: readonly { readonly each: Container; readonly own: readonly HostProcess[] }[];
  readonly words: readonly string[];
};

/** Which processes are another program than what was asked for, though they are called so or were started as it. */
async function disguisedAmong(world: World, { processes, running, words }: Known, signal: AbortSignal) {
  const alike = processes.filter(({ args }) => areWords(args, words));
  const begun = running.flatMap(({ each, own }) => startedWith(each.command, words, own) ?? []);
  const impostor = impostorIn(world, signal);
  const others = begun.filter((each) => !alike.includes(each));
  const [called, files] = await Promise.all([
    disguises(alike, executedOn(world.host), impostor),
    // It may call itself what it likes.
    Promise.all(others.map((each) => impostor(each, words))),
  ]);
  const started = others.flatMap(({ pid }, index) => {
    const file = files[index];
    return file === undefined ? [] : [[pid, file] as const];
  });
  return new Map([...called, ...started]);
}

/** The process that was started as what is asked for: a program may write what it likes over its own arguments, but what it was started with the engine knows. */
const startedWith = (command: readonly string[], words: readonly string[], own: readonly HostProcess[]) =>
  areWords(command, words) ? own.find((each) => !isInit(each)) : undefined;

/** What `--init` puts before a container's program. */
const isInit = ({ name }: HostProcess): boolean => name === 'docker-init';

/** A `docker` program that a terminal waits for: it shows the output of the container that it started. */
const isAttachedClient = ({ foreground, args }: HostProcess): boolean =>
  foreground && lastPart(args[0] ?? '') === 'docker' && args.some((each) => ['run', 'start', 'attach'].includes(each));

/** What the lab has brought counts, whatever bears its name by now. Of any other image the engine is asked, unless the name tells. */
async function imageTest({ docker }: World, wanted: string, containers: readonly Container[], signal: AbortSignal) {
  const brought = docker.brought(wanted);
  const isNamed = ({ image }: Container) => image === wanted || image === `${wanted}:latest`;
  const id = brought ?? (containers.every(isNamed) ? undefined : await docker.imageId(wanted, signal));
  return (each: Container) => each.imageId === id || (brought === undefined && isNamed(each));
}

/** What was done instead of what is asked for, or did not stay. `into`: a container that it was brought into. */
function elsewhereThan(
  { docker, shell }: World,
  processes: readonly HostProcess[],
  { args }: Wanted,
  { since, into }: { readonly since: number; readonly into: string | undefined },
): Said | undefined {
  const words = wordsOf(args);
  const vanished = docker.removed(since).at(-1)?.command;
  if (vanished && asksFor(vanished, words)) return { because: message('container.vanished', { args }) };
  if (vanished) {
    const mismatch = { expected: args, actual: lineOf(vanished) };
    return { because: message('container.tried-args', mismatch), mismatch };
  }
  const onMachine = processes.some((each) => each.container === undefined && areWords(each.args, words));
  if (onMachine) return { because: message('container.on-machine', { args }) };
  if (into !== undefined) return { because: message('container.brought', { name: into, args }) };
  const last = shell.commands(since).at(-1);
  if (!last || last.exitCode === 0 || !/^\s*docker\s/.test(last.line)) return undefined;
  return { because: message('client.ended', { line: last.line, code: last.exitCode, args }), vague: true };
}
