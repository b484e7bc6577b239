import type { CheckContext, Container, HostProcess, World } from '../../../runner/api.ts';
import { membersOf, message } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import type { Said } from '../../kit/expectation.ts';
import type { Subject } from '../../kit/subject.ts';
import { clientsAt } from '../client.ts';
import { areWords, asksFor, lastPart, lineOf, wordsOf } from '../words.ts';
import type { Attempt } from './attempt.ts';
import { lastRefused } from './refused.ts';

type Wanted = { readonly image: string; readonly args: string };

/** The machine's containers, each with what tells whether it is the one that is asked for. */
export const attempts = (wanted: Wanted): Source => ({
  noun: 'container',
  async read(world, _paths, context) {
    const [containers, processes] = await Promise.all([
      world.docker.containers(context.signal),
      world.host.processes(context.signal),
    ]);
    const underWay = clientsAt(processes, ['run', 'create', 'start']).length > 0;
    const ofImage = await imageTest(world, wanted.image, containers, context.signal);
    const subjects = containers.map((each): Subject => {
      const { is, process } = attemptAt(each, wanted, { processes, world, ofImage });
      return {
        ...{ id: each.id, name: each.name, at: Math.max(each.createdAt, each.startedAt ?? 0), is },
        ...(process && { alive: [{ in: 'container', container: each.id, ...process }] }),
        fresh: each.createdAt >= context.since || (each.startedAt ?? 0) >= context.since,
        ...((is.state === 'exited' || is.state === 'dead') && { over: true }),
        // Created by a client that has still to start it.
        ...(underWay && is.state === 'created' && !is.error && { going: true }),
      };
    });
    const obstacle = underWay ? undefined : await lastRefused(world, wanted.image, containers, context);
    const elsewhere = elsewhereThan(world, processes, wanted, context);
    return { subjects, ...(obstacle && { obstacle }), ...(elsewhere && { elsewhere }) };
  },
});

type Seen = {
  readonly processes: readonly HostProcess[];
  readonly world: World;
  readonly ofImage: (container: Container) => boolean;
};

type Looked = {
  readonly is: Attempt;
  /** The one that was asked for. */
  readonly process?: Pick<HostProcess, 'pid' | 'startTicks'>;
};

function attemptAt(container: Container, { args }: Wanted, { processes, world, ofImage }: Seen): Looked {
  const words = wordsOf(args);
  const { id, command, image, exitCode, error } = container;
  const own = membersOf(processes, container, world.docker.execTimes());
  const state = stateOf(container, processes);
  const isRight = ({ args }: HostProcess) => areWords(args, words);
  // A program may write what it likes over its own arguments, but what it was started with the engine knows.
  const process = own.find(isRight) ?? (areWords(command, words) ? own[0] : undefined);
  const runs = state === 'running' || state === 'paused' ? process !== undefined : asksFor(command, words);
  return {
    is: {
      ...{ runs, state, command: [...command], image, ofImage: ofImage(container) },
      ...(exitCode !== undefined && { exitCode }),
      ...(error && { error }),
      starts: own.length === 0,
      brought: !runs && processes.some((each) => each.container === id && isRight(each)),
      foreground: container.attachable && processes.some(isAttachedClient),
    },
    ...(process && { process: { pid: process.pid, startTicks: process.startTicks } }),
  };
}

/** A container that ends is gone from the process table before the engine says so, and so is the program that waited for it. */
const stateOf = ({ state, pid }: Container, processes: readonly HostProcess[]): Container['state'] =>
  state === 'running' && pid !== undefined && !processes.some((each) => each.pid === pid) ? 'exited' : state;

/** A `docker` program that a terminal waits for: it shows the output of the container that it started. */
const isAttachedClient = ({ foreground, args }: HostProcess): boolean =>
  foreground && lastPart(args[0] ?? '') === 'docker' && args.some((each) => ['run', 'start', 'attach'].includes(each));

/** By its name an image is known already; the engine is asked only about one that goes by another name. */
async function imageTest(
  world: World,
  wanted: string,
  containers: readonly Container[],
  signal: AbortSignal,
): Promise<Seen['ofImage']> {
  const isNamed = ({ image }: Container) => image === wanted || image === `${wanted}:latest`;
  const id = containers.every(isNamed) ? undefined : await world.docker.imageId(wanted, signal);
  return (each) => isNamed(each) || each.imageId === id;
}

/** What was done instead of what is asked for, or did not stay. */
function elsewhereThan(
  { docker }: World,
  processes: readonly HostProcess[],
  { args }: Wanted,
  { since }: CheckContext,
): Said | undefined {
  const words = wordsOf(args);
  const vanished = docker.removed(since).at(-1)?.command;
  if (vanished && asksFor(vanished, words)) return { because: message('container.vanished', { args }) };
  if (vanished) {
    const mismatch = { expected: args, actual: lineOf(vanished) };
    return { because: message('container.tried-args', mismatch), mismatch };
  }
  const onMachine = processes.some((each) => each.container === undefined && areWords(each.args, words));
  return onMachine ? { because: message('container.on-machine', { args }) } : undefined;
}
