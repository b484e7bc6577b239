import { afterAll, beforeAll, expect, test } from 'vitest';
import { differingFiles, nodeState } from '../../../runner/infra/cluster/baseline/nodeState.ts';
import { brokenParts } from '../../../runner/infra/cluster/mend.ts';
import { openApi } from '../../../runner/world/kubernetes/call.ts';
import { kindNetwork } from '../../../runner/world/kubernetes/cluster.ts';
import { busybox, clustersNamed, docker, type Many, onNode, open, removed } from './ours.ts';

const kept = 'seatrial-node';
const clusters = clustersNamed(kept);
const node = `${kept}-control-plane`;
const manifests = '/etc/kubernetes/manifests';

beforeAll(() => removed(kept));
afterAll(() => removed(kept));

/** A Pod that pauses, so that scheduler, controllers and kubelet must all work before it runs. */
const deployment = (name: string) => ({
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'pause', image: 'registry.k8s.io/pause:3.10', imagePullPolicy: 'IfNotPresent' }] },
    },
  },
});

/** Breaks the node of a session, opens the next one, and tells what was said there. */
async function afterBreaking(breakIt: string | (() => Promise<unknown>)): Promise<readonly string[]> {
  const place = await open(clusters, 'breaks');
  place.learner.close();
  if (typeof breakIt === 'string') await onNode(place, breakIt);
  else await breakIt();
  await place.detach();
  await using next = await open(clusters, 'next');
  expect(await brokenParts(docker.getContainer(next.nodes[0]?.container ?? ''))).toEqual([]);
  const { learner, namespace } = next;
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;
  await learner.call('POST', path, { body: deployment('works') });
  const pods = `/api/v1/namespaces/${namespace}/pods?fieldSelector=spec.nodeName%3D${node}&watch=1`;
  (await learner.open('GET', pods, { patience: 60_000 })).destroy();
  expect(await onNode(next, `until grep -q deployments.*works ${next.auditLog}; do :; done; echo seen`)).toBe('seen');
  return next.told;
}

test.each([
  [
    "the scheduler's manifest moved away",
    `mv ${manifests}/kube-scheduler.yaml /root/ && while pgrep -x kube-scheduler; do :; done`,
    'kube-scheduler.yaml',
  ],
  [
    'a Pod of somebody’s own beside the manifests',
    `sed s/kube-scheduler/mine/ ${manifests}/kube-scheduler.yaml > ${manifests}/mine.yaml`,
    'mine.yaml',
  ],
  [
    'another setting of the kubelet',
    'echo "maxPods: 3" >> /var/lib/kubelet/config.yaml; systemctl restart kubelet',
    'config.yaml',
  ],
  ['the kubelet stopped', 'systemctl stop kubelet', 'kubelet'],
  ['the controllers frozen', 'pkill -STOP -x kube-controller', 'kube-controller'],
  ['the audit log removed', 'rm /var/log/seatrial/audit.log', 'audit.log'],
  ['the folder of the audit log removed', 'rm -rf /var/log/seatrial', 'audit.log'],
] as const)(
  '%s is put right before the next lab',
  async (_, script, named) => {
    const told = await afterBreaking(script);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(named);
  },
  180_000,
);

test('a node off its network is put back onto it', async () => {
  const told = await afterBreaking(() => docker.getNetwork(kindNetwork).disconnect({ Container: node, Force: true }));
  expect(told[0]).toContain('off its network');
}, 180_000);

test('a node that is given another address there is begun anew with it', async () => {
  const other = await docker.createContainer({
    ...{ Image: busybox, Cmd: ['sleep', '600'], HostConfig: { NetworkMode: kindNetwork } },
    Labels: { 'seatrial.test': kept },
  });
  const addressOf = async (container: string): Promise<string | undefined> =>
    (await docker.getContainer(container).inspect()).NetworkSettings.Networks[kindNetwork]?.IPAddress;
  const before = await addressOf(node);
  try {
    await afterBreaking(async () => {
      await docker.getNetwork(kindNetwork).disconnect({ Container: node, Force: true });
      await other.start();
    });
    expect(await addressOf(node)).not.toBe(before);
  } finally {
    await other.remove({ force: true });
  }
}, 180_000);

test('a taint that no controller takes away again is seen', async () => {
  const place = await open(clusters, 'taints');
  const body = { spec: { taints: [{ key: 'node.kubernetes.io/mine', effect: 'NoSchedule' }] } };
  await place.learner.call('PATCH', `/api/v1/nodes/${node}`, { body, type: 'application/merge-patch+json' });
  await place.remove();
  await using next = await open(clusters, 'untainted');
  expect(next.told[0]).toContain(`Node ${node}`);
  const { items } = await next.learner.call<Many & { items: { spec: { taints?: unknown } }[] }>('GET', '/api/v1/nodes');
  expect(items[0]?.spec.taints).toBeUndefined();
}, 120_000);

test('what was written before the audit log was removed is still there', async () => {
  const place = await open(clusters, 'writes');
  const { learner, namespace } = place;
  await learner.call('POST', `/api/v1/namespaces/${namespace}/configmaps`, { body: { metadata: { name: 'before' } } });
  await onNode(place, 'rm /var/log/seatrial/audit.log');
  await using next = await open(clusters, 'reads');
  expect(await onNode(next, `grep -c '"name":"before"' ${next.auditLog}`)).toBe('1');
  learner.close();
  const api = await openApi(place.ownKubeconfig);
  await api.call('GET', '/api/v1/nodes');
  api.close();
  await place.remove();
}, 120_000);

test('files are compared without the address that a node has', async () => {
  await using place = await open(clusters, 'compares');
  const was = await nodeState(docker.getContainer(place.nodes[0]?.container ?? ''));
  expect(Object.keys(was.files)).toEqual(
    expect.arrayContaining([`${manifests}/etcd.yaml`, '/etc/kubernetes/scheduler.conf']),
  );
  const moved = Object.entries(was.files).map(([path, text]) => [path, text.replaceAll(was.address, '172.99.0.7')]);
  const now = { address: '172.99.0.7', files: Object.fromEntries(moved) };
  expect(differingFiles(was, now, node)).toEqual({ write: {}, remove: [] });
  const { write } = differingFiles(was, { ...now, files: {} }, node);
  expect(write[`${manifests}/etcd.yaml`]).toContain('172.99.0.7');
});
