import { afterAll, expect, test } from 'vitest';
import { createCluster } from '../../../runner/infra/cluster/createCluster.ts';
import { keptName } from '../../../runner/infra/cluster/ensure.ts';
import { listClusters } from '../../../runner/infra/cluster/listClusters.ts';
import { nodesOf } from '../../../runner/infra/cluster/nodesOf.ts';
import { busybox, clustersNamed, docker, type Many, maker, names, onNode, open, removed } from './ours.ts';

const base = 'seatrial-alone';
const clusters = clustersNamed(base);

afterAll(async () => {
  for (const name of ['two', 'stops', 'fails']) await removed(`${base}-${name}`);
});

test('a cluster of a lab alone has the nodes that it asks for, and goes with the session', async () => {
  const place = await open(clusters, 'two', { cluster: 'own', nodes: 2 });
  expect(place.cluster).toBe(`${base}-two`);
  expect(place.nodes.map(({ name }) => name)).toEqual([`${base}-two-control-plane`, `${base}-two-worker`]);
  expect(names(await place.learner.call<Many>('GET', '/api/v1/nodes')).toSorted()).toHaveLength(2);
  await place.load(new Map([[busybox, 'busybox']]));
  const worker = { nodes: place.nodes.slice(1) };
  expect(await onNode(worker, 'ctr --namespace=k8s.io images ls --quiet')).toContain(
    'docker.io/library/busybox:latest',
  );
  expect(await listClusters(docker)).toContainEqual(
    expect.objectContaining({ name: place.cluster, nodes: 2, session: 'two' }),
  );
  await place.remove();
  expect(await nodesOf(docker, place.cluster)).toEqual([]);
}, 180_000);

test.each([
  ['before kind has begun', undefined],
  ['while the control plane starts', 'cluster.starting'],
  ['while its parts get ready', 'cluster.waiting'],
] as const)(
  'nothing is left of a creation that is broken off %s',
  async (_, at) => {
    const abort = new AbortController();
    const tell = ({ id }: { readonly id: string }) => id === at && abort.abort();
    const making = createCluster(maker, { name: `${base}-stops`, nodes: 1, signal: abort.signal, tell });
    if (at === undefined) abort.abort();
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    expect(await nodesOf(docker, `${base}-stops`)).toEqual([]);
  },
  120_000,
);

test('a creation that fails says what kind said, and leaves nothing', async () => {
  const { signal } = new AbortController();
  const wanted = { name: `${base}-fails`, nodes: 1, signal, tell: () => undefined };
  const missing = createCluster({ ...maker, image: 'seatrial.invalid/none' }, wanted);
  await expect(missing).rejects.toMatchObject({
    explanation: { id: 'cluster.kind-failed', values: { log: expect.stringContaining('seatrial.invalid/none') } },
  });
  const nowhere = createCluster({ ...maker, kind: '/nowhere/kind' }, wanted);
  await expect(nowhere).rejects.toMatchObject({ explanation: { id: 'cluster.kind-missing' } });
  expect(await nodesOf(docker, wanted.name)).toEqual([]);
});

test("a cluster of somebody else's under our name is left alone, and ours is called otherwise", async () => {
  const labels = { 'io.x-k8s.kind.cluster': base, 'io.x-k8s.kind.role': 'control-plane' };
  const theirs = await docker.createContainer({ Image: maker.image, Labels: labels });
  try {
    expect(await keptName({ docker, kept: base })).toEqual({ name: `${base}-2` });
    await removed(base);
    expect(await nodesOf(docker, base)).toHaveLength(1);
    expect((await listClusters(docker)).map(({ name }) => name)).not.toContain(base);
  } finally {
    await theirs.remove({ force: true, v: true });
  }
});
