import type { Pod } from '../../world/kubernetes/model.ts';
import type { Bench, Tools } from '../bench.ts';

/** What the kubelet says of a container that it is about to start. */
const starting: ReadonlySet<string | undefined> = new Set(['ContainerCreating', 'PodInitializing', undefined]);

/** Resolves once nothing of the session's namespace is on its way any more: what passes late would else be taken for what does not pass. */
export async function atRest({ lab, machine, watched }: Bench, { timeout }: Tools): Promise<void> {
  if (!lab.needs.kubernetes) return;
  const { world } = machine;
  const rest = Promise.withResolvers<void>();
  const look = () => {
    world.kubernetes.pods().then(
      (pods) => pods.every(isAtRest) && rest.resolve(),
      // Where the cluster cannot be asked, nothing is waited for: the check says so itself.
      () => rest.resolve(),
    );
  };
  const stop = world.subscribe(({ topic }) => topic.startsWith('kubernetes.') && look());
  look();
  const late = watched().until(() => false, timeout);
  await Promise.race([rest.promise, late]).finally(stop);
}

/** Whether nothing more becomes of a Pod unless somebody does something. */
export const isAtRest = ({ deleting, ready, phase, unschedulable, containers }: Pod): boolean =>
  !deleting &&
  (ready ||
    unschedulable !== undefined ||
    phase === 'Succeeded' ||
    phase === 'Failed' ||
    containers.some(({ state, reason }) => state === 'waiting' && !starting.has(reason)));
