import type { ApiCall, CheckContext, EngineKind, HostProcess, World } from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import type { Said } from '../../kit/expectation.ts';
import { clientFailed, clientsAt } from '../client.ts';
import type { GoneParams } from './check.ts';

/** What was done to be rid of it, and what came of that. */
type Tried =
  /** A client is at work; or it waits for an answer before it asks the engine for anything. */
  | { readonly did: 'works' }
  | { readonly did: 'asks'; readonly line: string }
  /** The engine was asked to remove it, without force; or to remove something that there is not. */
  | { readonly did: 'refused' }
  | { readonly did: 'missed'; readonly reference: string }
  /** No client has asked the engine for anything. */
  | { readonly did: 'failed'; readonly said: Said };

/** What is left of something that was there. */
export type Remains = {
  readonly noun: EngineKind;
  /** Of a container; of anything else `there`. Unset where it is gone. */
  readonly state?: string;
  /** One of its processes that is still there. */
  readonly process?: number;
  readonly tried?: Tried;
};

/** What must be gone, and what it is. */
export function target(wanted: GoneParams): { readonly noun: EngineKind; readonly reference: string } {
  const kinds = ['container', 'image', 'network', 'volume'] as const;
  const noun = kinds.find((each) => wanted[each] !== undefined) ?? 'container';
  return { noun, reference: wanted[noun] ?? '' };
}

/** What is left of it; nothing where it was not there yet. */
export const remains = (wanted: GoneParams): Source<Remains> => ({
  noun: target(wanted).noun,
  async read(world, _paths, context) {
    const { noun, reference } = target(wanted);
    const isContainer = noun === 'container';
    const [processes, found] = await Promise.all([
      world.host.processes(context.signal),
      isContainer
        ? world.docker.container(reference, context.signal)
        : world.docker.objects(noun, reference, context.signal).then(([each]) => each),
    ]);
    const known = found ?? (isContainer ? world.docker.remembered(reference) : undefined);
    const id = known?.id ?? reference;
    const name = known && noun !== 'image' ? known.name : isContainer ? reference.slice(0, 12) : reference;
    // It was seen while it existed, or a fact gave its full id.
    if (!known && context.kept !== true && !/^[0-9a-f]{64}$/.test(reference)) return { subjects: [], about: name };
    const left = processes.find(({ container }) => container === id);
    const tried = found && (await removals(world, processes, { noun, id, name }, context));
    const is: Remains = {
      ...{ noun, ...(found && { state: 'state' in found ? found.state : 'there' }) },
      ...{ ...(left && { process: left.pid }), ...(tried && { tried }) },
    };
    return { subjects: [{ id, name, fresh: true, at: context.since, is }], about: name };
  },
});

const verbs = ['rm', 'rmi', 'remove', 'stop', 'kill', 'prune'];

type Thing = { readonly noun: EngineKind; readonly id: string; readonly name: string };

/** What was last done to be rid of it. */
async function removals(
  world: World,
  processes: readonly HostProcess[],
  thing: Thing,
  { since, signal }: CheckContext,
): Promise<Tried | undefined> {
  const { noun } = thing;
  const calls = world.docker.calls(since);
  const [client] = clientsAt(processes, verbs);
  if (client) return atWork(client, calls);
  const removal = calls.findLast(({ method, path }) => method === 'DELETE' && path.startsWith(`/${noun}s/`));
  const failed = clientFailed(world, since, verbs);
  if (failed && failed.at > (removal?.at ?? 0)) return { did: 'failed', said: failed };
  if (!removal) return undefined;
  const reference = decodeURIComponent(removal.path.slice(noun.length + 3));
  if (isNamed(thing, reference)) return /^(?:1|true)$/.test(removal.query.force ?? '') ? undefined : { did: 'refused' };
  const isKnown =
    noun === 'container'
      ? (await world.docker.container(reference, signal)) !== undefined ||
        world.docker.removed(0).some((each) => each.name === reference || each.id.startsWith(reference))
      : (await world.docker.objects(noun, reference, signal)).length > 0;
  return isKnown ? undefined : { did: 'missed', reference };
}

/** A prune asks before it calls the engine, unless it is told not to. */
function atWork({ args, startedAt }: HostProcess, calls: readonly ApiCall[]): Tried {
  const isForced = args.some((each) => /^(?:-\w*f\w*|--force.*)$/.test(each));
  const called = calls.some(({ path, at }) => path.endsWith('/prune') && at >= startedAt);
  const asks = args.includes('prune') && !isForced && !called;
  return asks ? { did: 'asks', line: args.join(' ') } : { did: 'works' };
}

function isNamed({ name, id }: Thing, reference: string): boolean {
  const plain = id.replace(/^sha256:/, '');
  return (
    [name, id, plain, `${name}:latest`].includes(reference) || (reference.length > 2 && plain.startsWith(reference))
  );
}
