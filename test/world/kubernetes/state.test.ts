import { afterAll, beforeAll, expect, test } from 'vitest';
import { valueAt, WorldError } from '../../../runner/api.ts';
import { apply, found, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run, wake } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner();
}, 180_000);
afterAll(() => lab?.remove());

const service = `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
`;
const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 1
      containers: [{ name: nginx, image: nginx, imagePullPolicy: IfNotPresent }]
`;

test('objects of any kind are seen to come, change and go', async () => {
  const { kubernetes } = lab.world;
  expect(await kubernetes.objects('ConfigMap')).toMatchObject([{ metadata: { name: 'kube-root-ca.crt' } }]);
  const since = await lab.world.now();
  const come = wake(lab, 'kubernetes.object.ConfigMap');
  await run(lab, 'kubectl create configmap one --from-literal=a=b');
  const { subject } = await come;
  const [one] = (await kubernetes.objects('ConfigMap')).filter(({ metadata }) => metadata.name === 'one');
  expect(one).toMatchObject({ kind: 'ConfigMap', apiVersion: 'v1', data: { a: 'b' }, metadata: { uid: subject } });
  await run(lab, 'kubectl delete configmap one');
  const [gone] = await found(lab, async () => {
    const removed = kubernetes.removed('ConfigMap', since);
    return removed.length > 0 ? removed : undefined;
  });
  expect(gone?.metadata.name).toBe('one');
  await expect(kubernetes.objects('Podd')).rejects.toMatchObject({
    blame: 'lab',
    explanation: { id: 'kubernetes.kind-unknown', values: { kind: 'Podd' } },
  });
});

test('why a Pod waits is told whole, by whoever knows', async () => {
  await run(
    lab,
    `kubectl run nowhere --image=nginx --overrides='{"spec":{"nodeSelector":{"none":"such"}}}'
     kubectl run wrong --image=nosuch.invalid/ngnix:1.29`,
  );
  const nowhere = await found(lab, async () => (await lab.world.kubernetes.pods()).find((pod) => pod.unschedulable));
  expect(nowhere.unschedulable).toContain("didn't match Pod's node affinity/selector");
  const wrong = await found(lab, async () =>
    (await lab.world.kubernetes.pods()).find(({ name, containers }) => name === 'wrong' && containers[0]?.message),
  );
  expect(wrong).toMatchObject({ phase: 'Pending', ready: false, containers: [{ state: 'waiting', role: 'main' }] });
  expect(wrong.containers[0]?.reason).toMatch(/^(ErrImagePull|ImagePullBackOff)$/);
  expect(wrong.containers[0]?.message).toContain('nosuch.invalid/ngnix:1.29');
  const events = await found(lab, async () => {
    const all = await lab.world.kubernetes.events(0);
    return all.some(({ about, reason }) => about.name === 'wrong' && reason === 'Failed') ? all : undefined;
  });
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'Warning', about: expect.objectContaining({ name: 'nowhere' }) }),
  );
  await run(lab, 'kubectl delete pod nowhere wrong --now');
});

test("a Service answers, a container's log is read and its new lines wake", async () => {
  const { kubernetes } = lab.world;
  await apply(lab, `${deployment}---${service}`);
  const pod = await found(lab, async () => (await kubernetes.pods()).find(({ labels, ready }) => labels.app && ready));
  expect(pod.owner).toMatchObject({ kind: 'ReplicaSet' });
  expect(await kubernetes.logs(pod, 'nginx')).not.toContain('GET /no-such-page');
  const written = wake(lab, 'kubernetes.log');
  // The endpoint may reach kube-proxy a moment after the Pod is ready.
  const [made] = (await kubernetes.objects('Service')).filter(({ metadata }) => metadata.name === 'web');
  const host = String(valueAt(made, 'spec.clusterIP'));
  const ask = () => kubernetes.request({ host, port: 80, path: '/no-such-page' });
  let answer = await ask();
  while (answer?.kind !== 'answered') answer = await ask();
  expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('nginx') });
  expect(await written).toMatchObject({ subject: pod.uid });
  // Any line may have woken first.
  await found(lab, async () => (await kubernetes.logs(pod, 'nginx')).includes('GET /no-such-page') || undefined);
  expect(await kubernetes.request({ host, port: 81, path: '/' })).toMatchObject({ kind: 'refused' });
  // Its Pod asks by the name that the cluster has for it, and whoever runs no more asks for nothing.
  const inside = { pod, container: 'nginx' };
  expect(await kubernetes.request({ host: 'web', port: 80, path: '/no-such-page' }, inside)).toMatchObject({
    status: 404,
  });
  expect(await kubernetes.request({ host: 'wbe', port: 80, path: '/' }, inside)).toMatchObject({ kind: 'unresolved' });
  expect(await kubernetes.request({ host: '127.0.0.1', port: 80 }, inside)).toMatchObject({ kind: 'answered' });
  expect(await kubernetes.request({ host, port: 80 }, { pod, container: 'none' })).toBeUndefined();
  await run(lab, 'kubectl delete deployment,service web --cascade=foreground');
});

test('a Pod that is debugged has an ephemeral container, with processes of its own', async () => {
  await apply(lab, sharedPod);
  await readyPod(lab, 'nginx');
  await run(lab, 'kubectl debug nginx --image=busybox --image-pull-policy=IfNotPresent -c looker -- sleep 1234');
  const looker = await found(lab, async () => {
    const pod = (await lab.world.kubernetes.pods()).find(({ name }) => name === 'nginx');
    const container = pod?.containers.find(({ role, state }) => role === 'ephemeral' && state === 'running');
    return pod && container?.id !== undefined ? { pod, id: container.id } : undefined;
  });
  const processes = await lab.world.kubernetes.processes(looker.pod, looker.id);
  expect(processes.map(({ args }) => args)).toEqual([['sleep', '1234']]);
  await run(lab, 'kubectl delete pod nginx --now');
  expect(await lab.world.kubernetes.processes(looker.pod)).toEqual([]);
});

test('a machine that is entered again finds its place, and what was done before', async () => {
  const { clusterMachines } = await import('../../helpers/kubernetes/learner.ts');
  const since = await lab.world.now();
  await run(lab, 'kubectl get configmaps');
  const record = (await clusterMachines.list()).find(({ id }) => id === lab.id);
  if (!record) throw new Error('the machine is not listed');
  const again = await clusterMachines.enter(record);
  expect(again.world.kubernetes.namespace).toBe(lab.world.kubernetes.namespace);
  const asked = async () => again.world.kubernetes.actions(since).find(({ resource }) => resource === 'configmaps');
  expect(await found(again, asked)).toMatchObject({ verb: 'list' });
  await again.detach();
});

test('a cluster that is asked for by nobody is not there', async () => {
  const error = await lab.world.docker.containers().catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(WorldError);
  expect(error).toMatchObject({ blame: 'lab', explanation: { id: 'world.no-docker' } });
});
