import { type KubernetesWorld, message, type Pod } from '../../runner/api.ts';
import type { Said } from '../kit/expectation.ts';
import { containerCalled, podCalled } from './pods.ts';

type Wanted = {
  readonly pod: string;
  readonly container?: string | undefined;
  readonly namespace?: string | undefined;
};

/** A container of a Pod, the first of its main ones unless named; or why there is none. */
export async function containerIn(
  kubernetes: KubernetesWorld,
  { pod: reference, container: wanted, namespace }: Wanted,
  signal: AbortSignal,
): Promise<{ readonly pod: Pod; readonly container: string } | Said> {
  const pod = podCalled(await kubernetes.pods(signal, namespace), reference);
  if (!pod) return { because: message('kube.no-pod', { name: reference }), attempt: false };
  const container = wanted ?? pod.containers.find(({ role }) => role === 'main')?.name ?? '';
  if (containerCalled(pod, container)) return { pod, container };
  return { because: message('kube.pod.no-container', { name: pod.name, container }) };
}
