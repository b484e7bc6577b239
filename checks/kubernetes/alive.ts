import type { Pod, PodContainer } from '../../runner/api.ts';

/**
A Pod as its node has it, given the containers (the runtime's ids) of its processes there. The kubelet tells the API up to a
second later that a container has ended: until then one that ends as soon as it begins looks as if it ran.
*/
export function asOnNode(pod: Pod, alive: readonly (string | undefined)[]): Pod {
  // Not even its `pause`: it is on its way out, of which the API knows more.
  if (alive.length === 0) return pod;
  const hasEnded = ({ role, state, id }: PodContainer) =>
    role === 'main' && state === 'running' && id !== undefined && !alive.includes(id);
  if (!pod.containers.some(hasEnded)) return pod;
  const containers = pod.containers.map(
    (each): PodContainer => (hasEnded(each) ? { ...each, state: 'waiting', ready: false } : each),
  );
  return { ...pod, ready: false, containers };
}
