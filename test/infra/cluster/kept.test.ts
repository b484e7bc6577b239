import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFiles } from '../../../runner/infra/cluster/nodeFiles.ts';
import { nodesOf } from '../../../runner/infra/cluster/nodesOf.ts';
import { machineLabels } from '../../../runner/infra/machine/labels.ts';
import { shapeOf } from '../../../runner/infra/machine/needs.ts';
import { openApi, Refused } from '../../../runner/world/kubernetes/call.ts';
import type { ClusterSession } from '../../../runner/world/kubernetes/cluster.ts';
import { pause } from '../../helpers/pause.ts';
import {
  asLearner,
  busybox,
  clustersNamed,
  docker,
  type Many,
  maker,
  type Named,
  names,
  onNode,
  open,
  removed,
} from './ours.ts';

const kept = 'seatrial-test';
const home = await mkdtemp(join(tmpdir(), 'seatrial-home-'));
const own = 'a kubeconfig of the learner\n';
const env = { ...maker.env, HOME: home, KUBECONFIG: join(home, 'config') };
const clusters = clustersNamed(kept, env);
const { signal } = new AbortController();

const node = async () => {
  const [found] = await nodesOf(docker, kept);
  return docker.getContainer(found?.id ?? '');
};

/** A machine that was left with this place, as by a learner who comes back; it need not run to have it. */
async function machineWith({ kubeconfig }: ClusterSession): Promise<AsyncDisposable> {
  const shape = shapeOf({ kubernetes: {} });
  const labels = { session: 'left', lab: 'test', language: 'en', nonce: 'none', shape };
  const container = await docker.createContainer({
    Image: maker.image,
    Labels: machineLabels({ ...labels, image: maker.image }),
  });
  await writeFiles(container, { '/root/.kube/config': kubeconfig });
  return { [Symbol.asyncDispose]: () => container.remove({ force: true, v: true }) };
}

async function comesOntoNetwork(): Promise<AsyncDisposable> {
  const container = await docker.createContainer({
    Image: maker.image,
    Entrypoint: ['sleep', '600'],
    HostConfig: { NetworkMode: 'kind' },
  });
  await container.start();
  return { [Symbol.asyncDispose]: () => container.remove({ force: true, v: true }) };
}

/** A session that was left with what it has: its process is another one, and no machine is there. */
async function abandon(place: ClusterSession): Promise<void> {
  const api = await openApi(place.ownKubeconfig);
  const body = { metadata: { annotations: { 'seatrial.runner': '4194305' } } };
  const type = 'application/merge-patch+json';
  await api.call('PATCH', `/api/v1/namespaces/${place.namespace}`, { body, type });
  api.close();
  await place.detach();
}

beforeAll(async () => {
  await removed(kept);
  await writeFile(join(home, 'config'), own);
});

afterAll(async () => {
  await removed(kept);
  await rm(home, { recursive: true, force: true });
});

describe('the cluster that is kept', () => {
  test('is made on first need, and touches no kubeconfig of the learner', async () => {
    await using place = await open(clusters, 'first');
    expect(place.told[0]).toContain('makes a Kubernetes cluster');
    expect(place.cluster).toBe(kept);
    expect(await readFile(join(home, 'config'), 'utf8')).toBe(own);
    expect(await readdir(home)).toEqual(['config']);
  }, 120_000);

  test('gives a session a namespace and a name that the audit log shows', async () => {
    await using place = await open(clusters, 'second');
    expect(place.told).toEqual([]);
    const { namespace } = place.learner;
    expect(namespace).toBe(place.namespace);
    await place.learner.call('POST', `/api/v1/namespaces/${namespace}/configmaps`, {
      body: { metadata: { name: 'mine' } },
    });
    const line = await onNode(place, `grep '"name":"mine"' ${place.auditLog}`);
    expect(JSON.parse(line)).toMatchObject({ verb: 'create', user: { username: place.user } });
    expect(await onNode(place, `grep -c ':runner"' ${place.auditLog}`)).toBe('0');
  });

  test('lets two sessions be, each with what it has made', async () => {
    await using one = await open(clusters, 'one');
    await one.learner.call('POST', '/api/v1/namespaces', { body: { metadata: { name: 'of-one' } } });
    await using two = await open(clusters, 'two');
    expect(two.told).toEqual([]);
    expect([one.namespace, one.user]).not.toEqual([two.namespace, two.user]);
    const found = names(await two.learner.call<Many>('GET', '/api/v1/namespaces'));
    expect(found).toEqual(expect.arrayContaining([one.namespace, two.namespace, 'of-one']));
  });

  test('can be entered again, until the session is removed', async () => {
    const place = await open(clusters, 'returns');
    await place.detach();
    const again = await clusters.enter('returns', signal);
    expect([again.namespace, again.user]).toEqual([place.namespace, place.user]);
    const learner = await asLearner(again);
    expect(await learner.call('GET', `/api/v1/namespaces/${again.namespace}/pods`)).toMatchObject({ items: [] });
    learner.close();
    await again.remove();
    await expect(clusters.enter('returns', signal)).rejects.toMatchObject({
      explanation: { id: 'cluster.place-gone' },
    });
  });

  test('takes away what was left over, and puts back what was changed', async () => {
    const place = await open(clusters, 'spoils');
    const { learner } = place;
    const rbac = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
    const coredns = '/api/v1/namespaces/kube-system/configmaps/coredns';
    const storage = '/apis/storage.k8s.io/v1/storageclasses/standard';
    const before = await learner.call<{ readonly data: unknown }>('GET', coredns);
    await learner.call('POST', rbac, { body: { metadata: { name: 'left-over' }, rules: [] } });
    await learner.call('POST', '/api/v1/namespaces', { body: { metadata: { name: 'left-over' } } });
    await learner.call('PATCH', coredns, {
      body: { data: { Corefile: 'broken' } },
      type: 'application/merge-patch+json',
    });
    await learner.call('DELETE', storage);
    await learner.call('PATCH', `/api/v1/nodes/${kept}-control-plane`, {
      body: { spec: { unschedulable: true } },
      type: 'application/merge-patch+json',
    });
    learner.close();
    await abandon(place);

    await using next = await open(clusters, 'next');
    expect(next.told).toHaveLength(1);
    expect(next.told[0]).toContain('3 left over are removed, 3 changed are put back');
    expect(await next.learner.call(`GET`, coredns)).toMatchObject({ data: before.data });
    await expect(next.learner.call('GET', `${rbac}/left-over`)).rejects.toBeInstanceOf(Refused);
    expect(await next.learner.call<Named>('GET', storage)).toMatchObject({ provisioner: 'rancher.io/local-path' });
    await using after = await open(clusters, 'after');
    expect(after.told).toEqual([]);
  });

  test('has images under the names that manifests use, and brings none twice', async () => {
    await using place = await open(clusters, 'images');
    await place.load(new Map([[busybox, 'busybox']]));
    const listed = 'ctr --namespace=k8s.io images ls --quiet';
    expect(await onNode(place, listed)).toContain('docker.io/library/busybox:latest');
    const count = 'ls /var/lib/containerd/io.containerd.content.v1.content/blobs/sha256 | wc -l';
    const before = Number(await onNode(place, count));
    await place.load(new Map([[busybox, 'busybox']]));
    // Fewer they may be: containerd clears away meanwhile what nothing refers to.
    expect(Number(await onNode(place, count))).toBeLessThanOrEqual(before);
  });

  test.each([
    ['stopped', 'stop'],
    ['paused', 'pause'],
  ] as const)(
    'says when it is %s, and comes back',
    async (_, what) => {
      await using place = await open(clusters, what);
      const container = await node();
      await (what === 'pause' ? pause(container) : container.stop());
      expect(await place.gone).toMatchObject({ id: what === 'stop' ? 'cluster.stopped' : 'cluster.paused' });
      // Whoever comes onto the network meanwhile gets the address of a node that is stopped.
      await using _other = await comesOntoNetwork();
      await using again = await open(clusters, `${what}-again`);
      expect(again.told).toHaveLength(1);
      expect(again.told[0]).toContain('The cluster was stopped');
      expect((await again.learner.call<Many>('GET', '/api/v1/nodes')).items).toHaveLength(1);
    },
    120_000,
  );

  test('answers many questions at once in their order, and says which it refuses', async () => {
    await using place = await open(clusters, 'many');
    const own = `/api/v1/namespaces/${place.namespace}`;
    const all = await place.learner.getAll<Many & { readonly kind: string }>([`${own}/pods`, `${own}/secrets`], signal);
    expect(all.map(({ kind }) => kind)).toEqual(['PodList', 'SecretList']);
    await expect(place.learner.getAll([`${own}/pods`, `${own}/nothing`], signal)).rejects.toMatchObject({
      status: 404,
    });
    const late = AbortSignal.abort(new Error('enough'));
    await expect(place.learner.getAll([`${own}/pods`], late)).rejects.toThrow('enough');
  });

  test('is waited for while its API server begins anew', async () => {
    await using place = await open(clusters, 'kills');
    await onNode(place, 'pkill -KILL -f ^kube-apiserver');
    await using next = await open(clusters, 'waits');
    expect(next.told).toEqual([]);
    expect(next.nodes[0]?.container).toBe(place.nodes[0]?.container);
  }, 120_000);

  test('whose rights were taken away is made anew, but under nobody who has a place in it', async () => {
    const place = await open(clusters, 'locks');
    await place.learner.call('DELETE', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/seatrial');
    await place.detach();
    {
      await using _machine = await machineWith(place);
      await expect(open(clusters, 'locked')).rejects.toMatchObject({ explanation: { id: 'cluster.spoiled' } });
      expect((await node()).id).toBe(place.nodes[0]?.container);
    }
    await using next = await open(clusters, 'unlocked');
    expect(next.told[0]).toContain('cannot be put back');
    expect(next.nodes[0]?.container).not.toBe(place.nodes[0]?.container);
  }, 180_000);

  test('is made anew where it does not come back', async () => {
    const place = await open(clusters, 'breaks');
    await onNode(place, 'rm /etc/kubernetes/pki/apiserver.crt && pkill -KILL -f ^kube-apiserver');
    const api = await openApi(place.ownKubeconfig);
    const silent = { explanation: { id: 'cluster.silent' } };
    await expect(api.call('GET', '/api/v1/nodes')).rejects.toMatchObject(silent);
    await expect(api.getAll(['/api/v1/nodes'], signal)).rejects.toMatchObject(silent);
    api.close();
    await place.detach();
    {
      await using _machine = await machineWith(place);
      const shared = { explanation: { id: 'cluster.broken-shared' } };
      await expect(open(clusters, 'breaks-in')).rejects.toMatchObject(shared);
      expect((await node()).id).toBe(place.nodes[0]?.container);
    }
    await using next = await open(clusters, 'remade');
    expect(next.told[0]).toContain('damaged');
    expect(next.nodes[0]?.container).not.toBe(place.nodes[0]?.container);
  }, 180_000);
});
