import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KubernetesObject } from '../../../runner/world/kubernetes/model.ts';
import type { Machine } from '../../../runner/world/machine/machine.ts';
import { type ForeignCluster, foreignCluster, machineThere, tried } from '../../helpers/foreignCluster.ts';
import { attempts, further, refusals } from './attempts.ts';

let foreign: ForeignCluster;
let machine: Machine;
let values: string;

beforeAll(async () => {
  foreign = await foreignCluster('foreign-attempts');
  machine = await machineThere(foreign, 'a77e3975');
  await machine.load(['busybox']);
  const { namespace } = machine.world.kubernetes;
  const run = await tried(
    machine,
    `kubectl run held --image=busybox --image-pull-policy=IfNotPresent --overrides='{"spec":{"containers":[{"name":"c","image":"busybox","imagePullPolicy":"IfNotPresent","command":["sleep","infinity"]}]}}' && kubectl wait --for=condition=Ready pod/held --timeout=60s`,
  );
  expect(run).toMatchObject({ code: 0 });
  const server = (await tried(machine, "kubectl config view -o jsonpath='{.clusters[0].cluster.server}'")).said;
  values = `export NS=${namespace} NODE=${foreign.name}-control-plane POD=held SERVER=${server}; `;
}, 240_000);

afterAll(async () => {
  await machine?.remove();
  await foreign?.[Symbol.asyncDispose]();
}, 120_000);

test.each([...attempts, ...further])('$name: refused by $by', async ({ run, by }) => {
  const { code, said } = await tried(machine, `${values}${run}`);
  expect(said).toMatch(refusals[by]);
  expect(code).not.toBe(0);
});

test("a privileged Deployment is made, but its Pods are refused, and the ReplicaSet's event says so", async () => {
  const started = Date.now();
  const manifest = JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'wide' },
    spec: {
      selector: { matchLabels: { app: 'wide' } },
      template: {
        metadata: { labels: { app: 'wide' } },
        spec: { containers: [{ name: 'c', image: 'busybox', securityContext: { privileged: true } }] },
      },
    },
  });
  const heard = new Promise<void>((resolve) => {
    const stop = machine.world.subscribe(async ({ topic }) => {
      if (topic !== 'kubernetes.event') return;
      const events = await machine.world.kubernetes.events(started - 5_000);
      if (!events.some(({ reason }) => reason === 'FailedCreate')) return;
      stop();
      resolve();
    });
  });
  await machine.world.kubernetes.events(started);
  expect((await tried(machine, `kubectl apply -f - <<'END'\n${manifest}\nEND\n`)).code).toBe(0);
  await heard;
  const events = await machine.world.kubernetes.events(started - 5_000);
  const refused = events.find(({ reason }) => reason === 'FailedCreate');
  expect(refused?.about.kind).toBe('ReplicaSet');
  expect(refused?.message).toMatch(refusals['pod-security']);
  expect((await machine.world.kubernetes.pods()).map(({ name }) => name)).toEqual(['held']);
});

test('nothing that was tried is there', async () => {
  const names = async (path: string) =>
    (await foreign.admin.call<{ items: readonly KubernetesObject[] }>('GET', path)).items.map(
      ({ metadata }) => metadata.name,
    );
  const group = '/apis/rbac.authorization.k8s.io/v1';
  const { namespace } = machine.world.kubernetes;
  expect(await names(`${group}/clusterrolebindings`)).not.toContain('mine');
  expect(await names(`${group}/namespaces/${namespace}/rolebindings`)).toEqual(['seatrial-learner']);
  expect(await names('/api/v1/persistentvolumes')).toEqual([]);
  expect(await names('/apis/certificates.k8s.io/v1/certificatesigningrequests')).not.toContain('x');
});
