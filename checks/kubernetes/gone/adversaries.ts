import { right, wrong } from '../../kit/adversary.ts';
import { manifest } from '../manifest.ts';
import { nameOf } from '../typed.ts';
import type { GoneParams } from './check.ts';

const namespace = "$(kubectl config view --minify -o jsonpath='{..namespace}')";

/** Ways to be rid of an object, and ways that leave it. */
export function adversaries({ pod, kind = 'Pod', name: called = '', namespace: other }: GoneParams) {
  if (other !== undefined) return [];
  const isPod = kind === 'Pod';
  const name = pod === undefined ? called : nameOf(pod);
  const what = `${kind.toLowerCase()}/${name}`;
  const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
  const more = manifest(kind, 'one-more');
  return [
    wrong('only tried by the server', `kubectl delete ${what} --dry-run=server`, { says: 'dry run' }),
    wrong('only tried by the client', `kubectl delete ${what} --dry-run=client`, { says: 'dry run' }),
    wrong('in another namespace', `kubectl delete ${what} -n default`, { says: '`default`' }),
    wrong('by a label in another namespace', `kubectl delete ${kind} -l no=such -n default`, {
      says: '`default`',
    }),
    wrong('as somebody who may not look', `kubectl delete ${kind} --all --as=nobody`, { says: 'nobody' }),
    wrong('another kind of that name', `kubectl delete ${isPod ? 'deployment' : 'pod'} ${name}`),
    wrong('a name that is none', `kubectl delete ${what}x`),
    wrong('by a label that it has not', `kubectl delete ${kind} -l no=such`),
    wrong('only asked about', `kubectl delete ${what} --help > /dev/null`),
    wrong('only whether one may', `kubectl auth can-i delete ${what}`),
    ...(isPod
      ? [
          wrong(
            'refused by a condition',
            `kubectl delete --raw ${path} -f - <<< '{"kind":"DeleteOptions","apiVersion":"v1","preconditions":{"uid":"none"}}'`,
            { says: 'refused' },
          ),
          wrong(
            'another Pod',
            `kubectl run one-more --image=busybox --image-pull-policy=IfNotPresent --restart=Never -- true\nkubectl delete pod one-more --now`,
          ),
          right("by the API's own path", `kubectl delete --raw ${path}`),
        ]
      : [wrong('another one', `printf %s ${more} | kubectl create -f -\nkubectl delete ${kind} one-more`)]),
    wrong('marked only', `kubectl annotate ${what} deleted=true`, { undo: `kubectl annotate ${what} deleted-` }),
    right('at once', `kubectl delete ${what} --now`),
    right('by its kind and its name', `kubectl delete ${kind} ${name}`),
    right('everything of its kind', `kubectl delete ${kind} --all --now`),
  ];
}
