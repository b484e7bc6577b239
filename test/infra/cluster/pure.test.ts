import { expect, test } from 'vitest';
import { compare, isNone } from '../../../runner/infra/cluster/baseline/compare.ts';
import type { Item, Listed } from '../../../runner/infra/cluster/baseline/snapshot.ts';
import { fullName, lacking } from '../../../runner/infra/cluster/images.ts';
import { shortage } from '../../../runner/infra/cluster/preflight.ts';
import { whyKindFailed } from '../../../runner/infra/cluster/whyKindFailed.ts';

test.each([
  ['nginx', 'docker.io/library/nginx:latest'],
  ['nginx:1.29', 'docker.io/library/nginx:1.29'],
  ['seatrial/nginx', 'docker.io/seatrial/nginx:latest'],
  ['registry.k8s.io/pause:3.10', 'registry.k8s.io/pause:3.10'],
  ['localhost:5000/nginx', 'localhost:5000/nginx:latest'],
])('%s is %s to containerd', (name, full) => expect(fullName(name)).toBe(full));

test('an image is brought where it lacks, or is another one under the same name', () => {
  const nginx = { id: 'sha256:aa', reference: 'seatrial/nginx:1', name: 'docker.io/library/nginx:latest' };
  expect(lacking(new Map(), [nginx])).toEqual([nginx]);
  expect(lacking(new Map([[nginx.name, 'sha256:manifest']]), [nginx])).toEqual([nginx]);
  const same = new Map([
    [nginx.name, 'sha256:manifest'],
    ['sha256:aa', 'sha256:manifest'],
  ]);
  expect(lacking(same, [nginx])).toEqual([]);
  expect(lacking(new Map([[nginx.name, 'sha256:aa']]), [nginx])).toEqual([]);
});

test('what a cluster needs is said with what is free', () => {
  expect(shortage({ memory: 8e9, disk: 50e9 }, 3)).toBeUndefined();
  expect(shortage({}, 1)).toBeUndefined();
  expect(shortage({ memory: 0.8e9 }, 1)).toMatchObject({ id: 'cluster.memory-short', values: { free: '0.8 GB' } });
  expect(shortage({ memory: 8e9, disk: 1.2e9 }, 2)).toMatchObject({ id: 'cluster.disk-short', values: { nodes: 2 } });
});

test.each([
  [1, 'ERROR: failed to create cluster: write /var: no space left on device', 'cluster.disk-full'],
  [1, 'Bind for 127.0.0.1:35059 failed: port is already allocated', 'cluster.port-taken'],
  [1, 'ERROR: failed to create cluster', 'cluster.kind-failed'],
  [127, 'spawn kind ENOENT', 'cluster.kind-missing'],
])('kind that ended with %i and said "%s" is explained by %s', (code, said, id) =>
  expect(whyKindFailed('kind', { code, said }).explanation.id).toBe(id),
);

const item = (kind: string, name: string, more: Partial<Listed['metadata']> = {}, fields = {}): Item => ({
  type: { base: '/api/v1', resource: `${kind.toLowerCase()}s`, apiVersion: 'v1', kind, namespaced: true },
  object: { metadata: { name, uid: name, resourceVersion: '1', ...more }, ...fields },
});
const system = { namespace: 'kube-system' };
const controlled = { ...system, ownerReferences: [{ kind: 'ReplicaSet', name: 'dns', uid: '1', controller: true }] };
const untouched = [
  item('Namespace', 'kube-system'),
  item('ConfigMap', 'dns', system, { data: { a: '1' } }),
  item('ReplicaSet', 'dns', system),
  item('Pod', 'dns-1', controlled, { spec: { nodeName: 'one', containers: [{ name: 'dns' }] } }),
];

test('a cluster is as it was though versions, states and the names of Pods are others', () => {
  const now = [
    item('Namespace', 'kube-system', { resourceVersion: '2' }, { status: { phase: 'Active' } }),
    item('ConfigMap', 'dns', { ...system, resourceVersion: '3', labels: undefined }, { data: { a: '1' } }),
    item('ReplicaSet', 'dns', system),
    item('Pod', 'dns-2', controlled, { spec: { nodeName: 'two', containers: [{ name: 'dns' }] } }),
    item('Pod', 'mine', { namespace: 'lab-1' }),
  ];
  expect(isNone(compare(untouched, now))).toBe(true);
});

test('what is more, other or less is told apart', () => {
  const changed = item('ConfigMap', 'dns', { ...system, resourceVersion: '3' }, { data: { a: '2' } });
  const pod = item('Pod', 'dns-1', controlled, { spec: { containers: [{ name: 'dns' }], ephemeralContainers: [{}] } });
  const mine = item('Namespace', 'mine');
  const found = compare(untouched, [item('Namespace', 'kube-system'), changed, pod, mine]);
  expect(found.extra).toEqual([pod, mine]);
  expect(found.changed.map(({ now }) => now)).toEqual([changed]);
  expect(found.missing.map(({ object }) => object.metadata.name)).toEqual(['dns']);
});
