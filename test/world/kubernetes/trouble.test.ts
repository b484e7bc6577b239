import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Wake } from '../../../runner/world/wake.ts';
import { WorldError } from '../../../runner/world/world.ts';
import { apply, found, openLearner, ready } from '../../helpers/kubernetes/learner.ts';
import { run, wake } from '../../helpers/machine.ts';
import { pause } from '../../helpers/pause.ts';

/** A cluster of its own, for what would be in the way of others. */
let lab: Awaited<ReturnType<typeof openLearner>>;
let node: string;
beforeAll(async () => {
  lab = await openLearner({ cluster: 'own', node: true });
  const [only] = await lab.world.kubernetes.objects('Node');
  node = only?.metadata.name ?? '';
}, 240_000);
afterAll(() => lab?.remove());

const docker = ready.engine.docker;
const onNode = (script: string) => run(lab, `nsenter -t 1 -a sh -c ${JSON.stringify(script)}`);
const manifest = '/etc/kubernetes/manifests/kube-apiserver.yaml';

/** Looks for this as the session does: whenever something happens, and on its tick; what cannot be asked now is asked again. */
async function foundInTime<T>(look: () => Promise<T | undefined>): Promise<T> {
  const beat = setInterval(() => lab.wake('tick'), 500);
  return found(lab, () => look().catch(() => undefined)).finally(() => clearInterval(beat));
}

/** Resolves once Pods can be asked for again. */
const answered = () => foundInTime(async () => (await lab.world.kubernetes.pods()) && true);

/** Resolves once Pods cannot be asked for, and this is why. What has gone before may make the node look lost for a moment. */
const refused = (id: RegExp) =>
  foundInTime(() =>
    lab.world.kubernetes.pods().then(
      () => undefined,
      (error: unknown) => (error instanceof WorldError && id.test(error.explanation.id) ? error : undefined),
    ),
  );

/** Resolves once the learner has been seen to ask for the object `after`. */
const askedForAfter = (since: number) =>
  foundInTime(async () => lab.world.kubernetes.actions(since).find(({ name }) => name === 'after'));

test('an API server that was killed is said to be stopped, and is watched again when it is back', async () => {
  await lab.world.kubernetes.objects('ConfigMap');
  // The kubelet may have started it again before anybody has looked: it is killed until somebody has.
  await onNode('(until [ -e /run/seen ]; do pkill -KILL kube-apiserver; sleep 0.1; done) > /dev/null 2>&1 &');
  expect(await refused(/^kubernetes\.api-/)).toMatchObject({ blame: 'machine' });
  await onNode('touch /run/seen');
  await answered();
  const changed = wake(lab, 'kubernetes.object.ConfigMap');
  await lab.world.kubernetes.objects('ConfigMap');
  await run(lab, 'kubectl create configmap after');
  await changed;
  const since = await lab.world.now();
  await run(lab, 'kubectl get configmap after');
  await askedForAfter(since);
}, 120_000);

test('an API server that stays away is never the learner who has not done it yet', async () => {
  await onNode(`mv ${manifest} /root/ && while pgrep kube-apiserver; do sleep 0.1; done`);
  for (const ask of [
    () => lab.world.kubernetes.pods(),
    () => lab.world.kubernetes.objects('Deployment'),
    () => lab.world.kubernetes.events(0),
  ])
    await expect(ask()).rejects.toMatchObject({ blame: 'machine', explanation: { id: 'kubernetes.api-stopped' } });
  await onNode(`mv /root/kube-apiserver.yaml ${manifest}`);
  await answered();
}, 180_000);

test('one that hangs is told from one that has nothing to say', async () => {
  await answered();
  await onNode('pkill -STOP kube-apiserver');
  await refused(/^kubernetes\.api-hangs$/);
  await onNode('pkill -CONT kube-apiserver');
  await answered();
}, 120_000);

test('a log is heard again after the kubelet has begun anew', async () => {
  const script = 'echo first; until [ -e /tmp/go ]; do sleep 0.1; done; echo second; sleep 3600';
  const containers = [
    { name: 'main', image: 'busybox', imagePullPolicy: 'IfNotPresent', command: ['sh', '-c', script] },
  ];
  const spec = { terminationGracePeriodSeconds: 1, containers };
  await apply(lab, JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'says' }, spec }));
  const { logs } = lab.world.kubernetes;
  const pod = await foundInTime(async () =>
    (await lab.world.kubernetes.pods()).find((each) => each.name === 'says' && each.ready),
  );
  await foundInTime(async () => (await logs(pod, 'main')).includes('first') || undefined);
  await onNode('systemctl restart kubelet');
  await foundInTime(async () => (await logs(pod, 'main')).includes('first') || undefined);
  // Only a line itself leads to another look.
  const subscribe = (listener: (wake: Wake) => void) =>
    lab.world.subscribe((each) => each.topic === 'kubernetes.log' && listener(each));
  const said = found(
    { ...lab, world: { ...lab.world, subscribe } },
    async () => (await logs(pod, 'main')).includes('second') || undefined,
  );
  await run(lab, 'kubectl exec says -- touch /tmp/go');
  await said;
  await run(lab, 'kubectl delete pod says --now');
  await foundInTime(async () => (await lab.world.kubernetes.pods()).length === 0 || undefined);
}, 120_000);

test('a node that is paused is named, with what to do', async () => {
  await pause(docker.getContainer(node));
  const paused = await refused(/^kubernetes\.node-paused$/);
  expect(paused).toMatchObject({ explanation: { values: { node } } });
  await docker.getContainer(node).unpause();
  await answered();
}, 120_000);

test('helpers on the node that were killed are there again', async () => {
  await answered();
  const since = await lab.world.now();
  await onNode("pkill -KILL -f '^seatrial-follow'");
  await run(lab, 'kubectl get configmap after');
  await askedForAfter(since);
}, 60_000);
