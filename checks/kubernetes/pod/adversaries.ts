import type { Adversary } from '../../../runner/api.ts';
import { given, posted } from '../typed.ts';
import type { PodParams } from './check.ts';
import { type Manifest, manifestOf, type Part, workloadOf } from './manifest.ts';

const create = (manifest: unknown): string => given('kubectl create -f -', manifest);

/** The same Pod with every container changed. */
const each = (manifest: Manifest, change: (part: Part) => Part): Manifest => ({
  ...manifest,
  spec: { ...manifest.spec, containers: manifest.spec.containers.map(change) },
});

/** Ways to a Pod that is as it should be, and to what only looks like one. */
export function adversaries(params: PodParams): readonly Adversary[] {
  const right = manifestOf(params);
  const { name } = params;
  const { spec, metadata } = right;
  const isPlain = params.phase === undefined && params.ready;
  return isPlain ? [...wrongOnes(params, right), ...rightOnes()] : [];

  function rightOnes(): readonly Adversary[] {
    const made: readonly Adversary[] = [
      { name: 'applied by the server', run: given('kubectl apply --server-side -f -', right), outcome: 'right' },
      { name: "by the API's own path", run: posted('pods', right), outcome: 'right' },
      {
        name: 'containers in another order, and one more',
        run: create({ ...right, spec: { ...spec, containers: [extra, ...spec.containers.toReversed()] } }),
        outcome: 'right',
      },
      {
        name: 'wrong, and then made anew',
        run: `kubectl run ${name} --image=busybox --image-pull-policy=IfNotPresent --restart=Never -- true\n${given('kubectl replace --force -f -', right)}`,
        outcome: 'right',
      },
      {
        name: 'after an init container that ends',
        run: create({
          ...right,
          spec: { ...spec, initContainers: [{ ...extra, name: 'prepares', command: ['true'] }] },
        }),
        outcome: 'right',
      },
      {
        name: 'with much that nobody asked for',
        run: create({
          ...right,
          metadata: { ...metadata, annotations: { note: 'mine' }, labels: { ...metadata.labels, mine: 'yes' } },
          spec: { ...spec, hostname: 'mine', automountServiceAccountToken: false, restartPolicy: 'OnFailure' },
        }),
        outcome: 'right',
      },
    ];
    const owned: readonly Adversary[] = [
      { name: 'made by a Deployment', run: create(workloadOf('Deployment', right)), outcome: 'right' },
      { name: 'made by a StatefulSet', run: create(workloadOf('StatefulSet', right)), outcome: 'right' },
    ];
    return params.owner === 'any' ? [...made, ...owned] : made;
  }

  function wrongOnes({ containers, sharesProcesses }: PodParams, { spec }: Manifest): readonly Adversary[] {
    const [first, ...others] = spec.containers;
    const wrong = (what: string, change: unknown, says?: string): Adversary => ({
      ...{ name: what, run: create(change), outcome: 'wrong' },
      ...(says !== undefined && { says }),
    });
    const needed = containers.filter(({ capabilities }) => capabilities.length > 0);
    const banned = containers.filter(({ lacks }) => lacks.length > 0);
    const withContext = (names: readonly { readonly name: string }[], securityContext: unknown) =>
      each(right, (part) => (names.some((one) => one.name === part.name) ? { ...part, securityContext } : part));
    return [
      {
        name: 'only tried by the server',
        run: given('kubectl apply --dry-run=server -f -', right),
        outcome: 'wrong',
        says: 'dry run',
      },
      {
        name: 'only tried by the client',
        run: given('kubectl create --dry-run=client -f -', right),
        outcome: 'wrong',
        says: 'dry run',
      },
      wrong('another name', { ...right, metadata: { ...metadata, name: `${name}-x` } }, `${name}-x`),
      {
        name: 'in another namespace',
        run: given('kubectl apply -n default -f -', right),
        outcome: 'wrong',
        says: '`default`',
        undo: `kubectl delete pod -n default ${name} --now`,
      },
      {
        name: 'another kind of that name',
        run: `kubectl create configmap ${name} --from-literal=kind=Pod\nkubectl create service clusterip ${name} --tcp=80`,
        outcome: 'wrong',
        says: '`services`',
      },
      wrong('a Deployment of none', workloadOf('Deployment', right, 0)),
      ...unplaced(right).map(([what, changes, says]) => wrong(what, { ...right, spec: { ...spec, ...changes } }, says)),
      {
        name: 'in a namespace that is none',
        run: given('kubectl create -n nowhere-at-all -f -', right),
        outcome: 'wrong',
        says: 'not found',
      },
      {
        name: 'held by a finalizer, and deleted',
        run: `${create({ ...right, metadata: { ...metadata, finalizers: ['example.com/held'] } })}\nkubectl delete pod ${name} --now --wait=false`,
        outcome: 'wrong',
        says: 'example.com/held',
        undo: `kubectl patch pod ${name} --type=merge -p '{"metadata":{"finalizers":null}}'`,
      },
      ...(first === undefined
        ? []
        : [
            wrong(
              'its programs end',
              each(right, (part) => ({ ...part, command: ['false'] })),
            ),
            wrong(
              'an image that is not there',
              each(right, (part) => ({ ...part, image: `${part.image}:none` })),
            ),
            wrong('one container misspelt', {
              ...right,
              spec: { ...spec, containers: [...others, { ...first, name: `${first.name}x` }] },
            }),
          ]),
      ...(others.length === 0 || first === undefined
        ? []
        : [
            wrong('one container only', { ...right, spec: { ...spec, containers: [first] } }),
            wrong('the others as init containers', {
              ...right,
              spec: {
                ...spec,
                containers: [first],
                initContainers: others.map((part) => ({ ...part, command: ['true'] })),
              },
            }),
          ]),
      ...(sharesProcesses === false
        ? [wrong("among the node's processes", { ...right, spec: { ...spec, hostPID: true } }, 'hostPID')]
        : []),
      ...(sharesProcesses === undefined
        ? []
        : [
            wrong('sharing the other way', { ...right, spec: { ...spec, shareProcessNamespace: !sharesProcesses } }),
            wrong('sharing only as an annotation', {
              ...right,
              metadata: { ...metadata, annotations: { shareProcessNamespace: String(sharesProcesses) } },
              spec: { ...spec, shareProcessNamespace: !sharesProcesses },
            }),
          ]),
      ...(needed.length === 0
        ? []
        : [
            wrong(
              'a capability dropped, not added',
              withContext(needed, { capabilities: { drop: needed[0]?.capabilities } }),
            ),
            wrong('another capability', withContext(needed, { capabilities: { add: ['NET_ADMIN'] } }), 'NET_ADMIN'),
            wrong(
              'a capability added and dropped again',
              withContext(needed, { capabilities: { add: needed[0]?.capabilities, drop: needed[0]?.capabilities } }),
            ),
          ]),
      ...(banned.length === 0
        ? []
        : [
            wrong('a capability that it should lack', withContext(banned, { capabilities: { add: banned[0]?.lacks } })),
            wrong('every capability', withContext(banned, { capabilities: { add: ['ALL'] } })),
            wrong('privileged', withContext(banned, { privileged: true }), 'privileged'),
          ]),
    ];
  }
}

const extra: Part = {
  ...{ name: 'one-more', image: 'busybox', imagePullPolicy: 'IfNotPresent', command: ['sleep', '1000000'] },
};

/** What no node, or no scheduler, will ever take up, or never for ready: each with what is changed, and what is said. */
const unplaced = ({ spec: { containers } }: Manifest): readonly (readonly [string, object, string])[] => [
  ['on a node that is none', { nodeName: 'nowhere-at-all' }, 'nowhere-at-all'],
  ['for a scheduler that is none', { schedulerName: 'nobody' }, 'nobody'],
  ['for nodes that there are not', { nodeSelector: { 'no-such': 'label' } }, 'No node takes'],
  [
    'with a probe that always fails',
    {
      containers: containers.map((part) => ({
        ...part,
        readinessProbe: { exec: { command: ['false'] }, periodSeconds: 1 },
      })),
    },
    'not taken for ready',
  ],
];
