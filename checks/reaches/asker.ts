import { type Answer, message, type Request, type World } from '../../runner/api.ts';
import type { Said } from '../kit/expectation.ts';
import { containerIn } from '../kubernetes/within.ts';
import type { ReachesParams } from './check.ts';

/** Somebody who asks. Nothing comes of a request where they do not run. */
type Asker = {
  /** As the learner knows it; empty for the machine and a node, which need not be named. */
  readonly name: string;
  ask(request: Request): Promise<Answer | undefined>;
};

/** Who asks; or why nobody can. */
export async function askerOf(
  { host, docker, kubernetes }: World,
  from: ReachesParams['from'],
  signal: AbortSignal,
): Promise<Asker | Said> {
  if (from === 'machine') return { name: '', ask: (request) => host.request(request) };
  if (from === 'node') return { name: '', ask: (request) => kubernetes.request(request) };
  if (typeof from === 'string') {
    const found = await docker.container(from, signal);
    if (!found) return { because: message('kit.absent', { noun: 'container', name: from }), attempt: false };
    const { name, pid } = found;
    return { name, ask: async (request) => (pid === undefined ? undefined : host.request(request, pid)) };
  }
  if ('node' in from) return { name: from.node, ask: (request) => kubernetes.request(request, from) };
  const found = await containerIn(kubernetes, from, signal);
  if ('because' in found) return found;
  const { pod, container } = found;
  return { name: `${pod.name}/${container}`, ask: (request) => kubernetes.request(request, { pod, container }) };
}
