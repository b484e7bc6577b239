import { shown, valueAt } from '../lab/fieldPath.ts';
import type { KubernetesObject } from '../world/kubernetes/model.ts';

/**
What the cluster said of why it has put a Pod away that nobody has deleted: a drain, a taint, to make room. Undefined of any other.
"Pod disruption conditions" in the Kubernetes concepts.
*/
export function evictionOf(pod: KubernetesObject): string | undefined {
  const said = (field: string) => shown(valueAt(pod, `status.conditions[type=DisruptionTarget].${field}`));
  return said('status') === 'True' ? `${said('reason')}: ${said('message')}` : undefined;
}
