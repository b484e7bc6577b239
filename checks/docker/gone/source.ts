import {
  type ApiCall,
  type CheckContext,
  type EngineKind,
  type HostProcess,
  message,
  nearest,
  type World,
} from '../../../runner/api.ts';
import type { Source } from '../../kit/check.ts';
import type { Obstacle } from '../../kit/judge.ts';
import { clientAt, clientFailed, means } from '../client.ts';

export type Target = { readonly noun: EngineKind; readonly reference: string };

/** What is left of something that was there. */
export type Remains = {
  /** Of a container; of anything else `there`. Unset where it is gone. */
  readonly state?: string;
  /** One of its processes that is still there. */
  readonly process?: number;
  /** A client is at work to be rid of it. */
  readonly leaves?: true;
};

const verbs = ['rm', 'rmi', 'remove', 'stop', 'kill', 'prune'];

/** What is left of it, and what kept it from going; nothing where it was not there yet. */
export const remains = ({ noun, reference }: Target): Source<Remains> => ({
  noun,
  async read(world, _paths, context) {
    const { docker, host } = world;
    const { signal, since, kept } = context;
    const [processes, [found]] = await Promise.all([
      host.processes(signal),
      thereIs(world, { noun, reference }, signal),
    ]);
    const known = found ?? (noun === 'container' ? docker.remembered(reference) : undefined);
    const id = known?.id ?? reference;
    const short = /^[0-9a-f]{64}$/.test(reference) ? reference.slice(0, 12) : reference;
    const name = known && noun !== 'image' ? known.name : short;
    // It was seen while it existed, or a fact gave its full id.
    if (!known && kept !== true && short === reference) return { subjects: [], about: name };
    const left = processes.find(({ container }) => container === id);
    const client = clientAt(processes, verbs);
    const state = found && ('state' in found ? found.state : 'there');
    const is: Remains = { state, process: left?.pid, leaves: client && true };
    const thing = { noun, id, name };
    const obstacle = found && (client ? asks(world, client, since) : await refused(world, thing, is, context));
    return { subjects: [{ id, name, fresh: true, at: since, is }], about: name, obstacle };
  },
});

const thereIs = async ({ docker }: World, { noun, reference }: Target, signal: AbortSignal) =>
  noun === 'container' ? [await docker.container(reference, signal)] : docker.objects(noun, reference, signal);

/** A prune asks before it calls the engine, unless it is told not to. */
function asks({ docker }: World, { args, startedAt }: HostProcess, since: number): Obstacle | undefined {
  const isForced = args.some((each) => /^(?:-\w*f\w*|--force.*)$/.test(each));
  const called = docker.calls(since).some(({ path, at }) => path.endsWith('/prune') && at >= startedAt);
  if (!args.includes('prune') || isForced || called) return undefined;
  return { because: message('gone.asks', { line: args.join(' ') }), excused: true };
}

type Thing = { readonly noun: EngineKind; readonly id: string; readonly name: string };

/** Why the last removal has not removed it: no client has asked for it, it was of nothing, or the engine wanted force. */
async function refused(
  world: World,
  thing: Thing,
  { state }: Remains,
  { since, signal }: CheckContext,
): Promise<Obstacle | undefined> {
  const { noun, name } = thing;
  const isRemoval = ({ method, path }: { readonly method: string; readonly path: string }) =>
    method === 'DELETE' && path.startsWith(`/${noun}s/`);
  const removals = world.docker.calls(since).filter(isRemoval);
  const removal = removals.at(-1);
  const failed = clientFailed(world, since, verbs);
  if (failed && failed.at > (removal?.at ?? 0)) return failed;
  if (!removal) return undefined;
  const referenceOf = ({ path }: ApiCall) => decodeURIComponent(path.slice(noun.length + 3));
  const own = removals.findLastIndex((each) => means(referenceOf(each), thing));
  const isNone = async (reference: string): Promise<boolean> => {
    const [other] = await thereIs(world, { noun, reference }, signal);
    return !other && !(noun === 'container' && world.docker.removed(0).some((each) => means(reference, each)));
  };
  const later = [...new Set(removals.slice(own + 1).map(referenceOf))];
  const none = await Promise.all(later.map(isNone));
  // Of several in one line each may be another's.
  const near = nearest(
    name,
    later.filter((_, index) => none[index]),
  );
  const reference = near ?? (none.at(-1) ? later.at(-1) : undefined);
  if (reference !== undefined) return { because: message('gone.missed', { noun, reference, name }) };
  if (own < 0 || /^(?:1|true)$/.test(removals[own]?.query.force ?? '')) return undefined;
  if (noun !== 'container') return { because: message('gone.in-use', { noun, name }) };
  return state === 'running' ? { because: message('gone.refused', { name }) } : undefined;
}
