import type { Adversary } from '../../../runner/api.ts';
import { nameOf } from '../typed.ts';

const namespace = "$(kubectl config view --minify -o jsonpath='{..namespace}')";

/** Ways to be rid of a Pod, and ways that leave it. */
export function adversaries({ pod }: { readonly pod: string }): readonly Adversary[] {
  const name = nameOf(pod);
  return [
    { name: 'only tried by the server', run: `kubectl delete pod ${name} --dry-run=server`, outcome: 'wrong' },
    { name: 'only tried by the client', run: `kubectl delete pod ${name} --dry-run=client`, outcome: 'wrong' },
    { name: 'in another namespace', run: `kubectl delete pod ${name} -n default`, outcome: 'wrong' },
    { name: 'another kind of that name', run: `kubectl delete deployment ${name}`, outcome: 'wrong' },
    { name: 'a name that is none', run: `kubectl delete pod ${name}x`, outcome: 'wrong' },
    { name: 'by a label that it has not', run: `kubectl delete pods -l no=such`, outcome: 'wrong' },
    { name: 'only asked about', run: `kubectl delete pod ${name} --help > /dev/null`, outcome: 'wrong' },
    { name: 'only whether one may', run: `kubectl auth can-i delete pod/${name}`, outcome: 'wrong' },
    {
      name: 'refused by a condition',
      run: `kubectl delete --raw /api/v1/namespaces/${namespace}/pods/${name} -f - <<< '{"kind":"DeleteOptions","apiVersion":"v1","preconditions":{"uid":"none"}}'`,
      outcome: 'wrong',
    },
    {
      name: 'another Pod',
      run: `kubectl run one-more --image=busybox --image-pull-policy=IfNotPresent --restart=Never -- true\nkubectl delete pod one-more --now`,
      outcome: 'wrong',
    },
    { name: 'at once', run: `kubectl delete pod ${name} --now`, outcome: 'right' },
    { name: 'by its kind in plural', run: `kubectl delete po/${name}`, outcome: 'right' },
    {
      name: "by the API's own path",
      run: `kubectl delete --raw /api/v1/namespaces/${namespace}/pods/${name}`,
      outcome: 'right',
    },
  ];
}
