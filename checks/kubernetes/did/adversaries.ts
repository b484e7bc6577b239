import type { Adversary } from '../../../runner/api.ts';
import { nameOf } from '../typed.ts';
import type { DidParams } from './check.ts';

/** Ways to run a program in a container of a Pod, and what does not. Of other calls of the API nothing is known that fits them all. */
export function adversaries({ pod, container, program, contains, shell }: DidParams): readonly Adversary[] {
  const [wanted] = [program ?? []].flat();
  const [where] = [container ?? []].flat();
  if (pod === undefined || wanted === undefined || where === undefined) return [];
  const name = nameOf(pod);
  const exec = `kubectl exec ${name} -c ${where}`;
  const wrong = (what: string, run: string): Adversary => ({ name: what, run, outcome: 'wrong' });
  const right = (what: string, run: string): Adversary => ({ name: what, run, outcome: 'right' });
  return [
    wrong('on the machine itself', `${wanted} < /dev/null > /dev/null 2>&1`),
    wrong('in a container that is none', `kubectl exec ${name} -c none -- ${wanted}`),
    wrong('in a Pod that is none', `kubectl exec ${name}x -c ${where} -- ${wanted}`),
    wrong('in another namespace', `kubectl exec -n default ${name} -c ${where} -- ${wanted}`),
    wrong('only said', `${exec} -- echo ${wanted}`),
    wrong('only asked about', 'kubectl exec --help > /dev/null'),
    wrong('only whether one may', 'kubectl auth can-i create pods/exec'),
    wrong('only the Pod described', `kubectl describe pod ${name} > /dev/null`),
    wrong('only its log', `kubectl logs ${name} -c ${where}`),
    wrong('a file of that name', `${exec} -- test -e /bin/${wanted}`),
    wrong('by a name that is nearly it', `${exec} -- ${wanted}x`),
    ...(contains === undefined
      ? [
          right('by its path', `${exec} -- /bin/${wanted}`),
          right('by the kind and the name', `kubectl exec pod/${name} -c ${where} -- ${wanted}`),
          right(
            'with another client',
            `env -i KUBECONFIG=/root/.kube/config HOME=/root ${exec.replace('kubectl', '$(which kubectl)')} -- ${wanted}`,
          ),
        ]
      : []),
    ...(contains === undefined && shell ? [right('in a shell inside', `${exec} -it -- sh\n${wanted}\nexit`)] : []),
  ];
}
