import type { EngineKind, HostProcess, World } from '../../../runner/api.ts';
import { clientFailed } from '../clientFailed.ts';
import { clientsAt } from '../clients.ts';
import type { Tried } from './verdict.ts';

const verbs = ['rm', 'rmi', 'remove', 'stop', 'kill', 'prune'];

type Given = {
  readonly world: World;
  readonly processes: readonly HostProcess[];
  readonly since: number;
  readonly noun: EngineKind;
  readonly id: string;
  readonly name: string;
  readonly signal: AbortSignal;
};

/** What was last done to be rid of it, where it is still there for all that. */
export async function removals({ world, processes, since, noun, id, name, signal }: Given): Promise<Tried | undefined> {
  const calls = world.docker.calls(since);
  const [client] = clientsAt(processes, ...verbs);
  if (client) {
    // A prune asks before it calls the engine, unless it is told not to.
    const asks = client.args.includes('prune') && !client.args.some((each) => /^(?:-\w*f\w*|--force.*)$/.test(each));
    const called = calls.some(({ path, at }) => path.endsWith('/prune') && at >= client.startedAt);
    return asks && !called ? { did: 'asks', line: client.args.join(' ') } : { did: 'works' };
  }
  const removal = calls.findLast(({ method, path }) => method === 'DELETE' && path.startsWith(`/${noun}s/`));
  const reference = decodeURIComponent(removal?.path.slice(noun.length + 3) ?? '');
  const failed = clientFailed(world, since, verbs);
  if (failed && failed.at > (removal?.at ?? 0))
    return { did: 'failed', because: failed.because, ...(failed.hint && { hint: failed.hint }) };
  if (!removal) return undefined;
  const plain = id.replace(/^sha256:/, '');
  if ([name, id, plain, `${name}:latest`].includes(reference) || (reference.length > 2 && plain.startsWith(reference)))
    return removal.query.force === '1' || removal.query.force === 'true' ? undefined : { did: 'refused' };
  const isKnown =
    noun === 'container'
      ? (await world.docker.container(reference, signal)) !== undefined ||
        world.docker.removed(0).some((each) => each.name === reference || each.id.startsWith(reference))
      : (await world.docker.objects(noun, reference, signal)).length > 0;
  return isKnown ? undefined : { did: 'missed', reference };
}
