import type { Harness, Tools } from '../../typist/harness.ts';
import type { Troubled } from '../../world/kubernetes/troubled.ts';

/** What the kubelet says of a container that it is about to start. */
const starting: ReadonlySet<string | undefined> = new Set(['ContainerCreating', 'PodInitializing', undefined]);

/** Resolves once nothing of the session's namespace is on its way any more: what passes late would else be taken for what does not pass. */
export async function atRest({ lab, machine, watched }: Harness, { timeout }: Tools): Promise<void> {
  if (!lab.needs.kubernetes) return;
  const { world } = machine;
  const rest = Promise.withResolvers<void>();
  const look = async () => {
    const pods = await world.kubernetes.pods();
    const all = await Promise.all(pods.map((each) => (each.ready ? each : world.kubernetes.troubled(each))));
    if (all.every(isAtRest)) rest.resolve();
  };
  // Where the cluster cannot be asked, nothing is waited for: the check says so itself.
  const again = () => void look().catch(() => rest.resolve());
  const stop = world.subscribe(({ topic }) => topic.startsWith('kubernetes.') && again());
  again();
  const late = watched().until(() => false, timeout);
  await Promise.race([rest.promise, late]).finally(stop);
}

/** Whether nothing more becomes of a Pod unless somebody does something. */
export function isAtRest(pod: Troubled): boolean {
  const { deleting, ready, phase, unschedulable, containers, node, scheduler, finalizers = [] } = pod;
  const isRunning = containers.some(({ state }) => state === 'running');
  // What holds it is somebody's to take off, once the kubelet is done with it.
  if (deleting) return finalizers.length > 0 && !isRunning;
  const isNobodys =
    node === undefined ? scheduler !== undefined : (pod.hindrances ?? []).some(({ kind }) => kind === 'no-node');
  // A probe that has failed while all runs goes on to fail.
  const isUnfit =
    pod.warning?.reason === 'Unhealthy' &&
    containers.every(({ role, state }) => role !== 'main' || state === 'running');
  return (
    ready ||
    isNobodys ||
    isUnfit ||
    unschedulable !== undefined ||
    phase === 'Succeeded' ||
    phase === 'Failed' ||
    containers.some(({ state, reason }) => state === 'waiting' && !starting.has(reason))
  );
}
