import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextOf } from '../../../runner/infra/cluster/existing/context.ts';
import { leftovers } from '../../../runner/infra/cluster/existing/leftovers.ts';
import { accessOf } from '../../../runner/infra/cluster/existing/names.ts';
import { reachFromMachine } from '../../../runner/infra/cluster/existing/reach.ts';
import { readKubeconfig } from '../../../runner/infra/cluster/existing/readKubeconfig.ts';
import { survey } from '../../../runner/infra/cluster/existing/survey.ts';
import { runIn } from '../../../runner/infra/cluster/runIn.ts';
import { until } from '../../../runner/infra/cluster/until.ts';
import type { KubernetesObject } from '../../../runner/world/kubernetes/model.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import {
  type ForeignCluster,
  foreignCluster,
  machineThere,
  namespacesGone,
  tried,
} from '../../helpers/foreignCluster.ts';

let foreign: ForeignCluster;
let before: readonly string[];
let imagesBefore: string;

const never = new AbortController().signal;

/** Names of what the cluster has of everything that Seatrial could have made in it. */
async function everything(): Promise<readonly string[]> {
  const rbac = '/apis/rbac.authorization.k8s.io/v1';
  const paths = [
    ...['namespaces', 'serviceaccounts', 'pods', 'secrets', 'persistentvolumes'].map((each) => `/api/v1/${each}`),
    ...['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'].map((each) => `${rbac}/${each}`),
  ];
  const lists = await Promise.all(
    paths.map(async (path) => {
      const { items } = await foreign.admin.call<{ items: readonly KubernetesObject[] }>('GET', path);
      return items.map(({ metadata }) => `${path} ${metadata.namespace ?? ''}/${metadata.name} ${metadata.uid}`);
    }),
  );
  return lists.flat().toSorted();
}

const images = async (): Promise<string> =>
  (
    await runIn(foreign.docker.getContainer(`${foreign.name}-control-plane`), [
      'ctr',
      '-n',
      'k8s.io',
      'images',
      'ls',
      '-q',
    ])
  ).output;

/** Resolves once a session's namespaces are no more. */
const gone = (namespace: string): Promise<void> => namespacesGone(foreign.admin, [namespace, accessOf(namespace)]);

beforeAll(async () => {
  foreign = await foreignCluster('foreign-sessions');
  before = await everything();
  imagesBefore = await images();
}, 240_000);

afterAll(() => foreign?.[Symbol.asyncDispose](), 120_000);

test('a session is a confined namespace, and its end leaves nothing', async () => {
  const machine = await machineThere(foreign, '5e551001');
  const { namespace } = machine.world.kubernetes;
  expect(namespace).toMatch(/^lab-[a-z0-9]{6}$/);
  const made = await foreign.admin.call<KubernetesObject>('GET', `/api/v1/namespaces/${namespace}`);
  expect(made.metadata.labels).toMatchObject({
    'seatrial.session': '5e551001',
    'pod-security.kubernetes.io/enforce': 'baseline',
  });

  const who = await tried(machine, 'kubectl auth whoami -o jsonpath={.status.userInfo.username}');
  expect(who).toEqual({ code: 0, said: `system:serviceaccount:${accessOf(namespace)}:learner` });
  expect(await tried(machine, 'kubectl get pods')).toEqual({
    code: 0,
    said: `No resources found in ${namespace} namespace.`,
  });

  await machine.load(['busybox']);
  const pod = 'kubectl run web --image=busybox --image-pull-policy=IfNotPresent -- sleep infinity';
  expect(await tried(machine, `${pod} && kubectl wait --for=condition=Ready pod/web --timeout=60s`)).toMatchObject({
    code: 0,
  });
  expect((await machine.world.kubernetes.pods()).map(({ name, ready }) => [name, ready])).toEqual([['web', true]]);
  expect(() => machine.world.kubernetes.actions(0)).toThrow('kubernetes.no-audit');

  await machine.remove();
  await gone(namespace);
  expect(await everything()).toEqual(before);
  expect(await images()).toBe(imagesBefore);
});

test('two sessions do not see each other', async () => {
  const [one, other] = await Promise.all([machineThere(foreign, '5e551002'), machineThere(foreign, '5e551003')]);
  const [here, there] = [one, other].map(({ world }) => world.kubernetes.namespace);
  expect(here).not.toBe(there);
  await tried(other, 'kubectl create configmap secret-of-the-other');
  const looks = await tried(one, `kubectl -n ${there} get configmaps,pods,secrets`);
  expect(looks.code).not.toBe(0);
  expect(looks.said).toContain('is forbidden');
  expect(looks.said).not.toContain('secret-of-the-other');
  expect((await tried(one, 'kubectl get configmaps -o name')).said).toBe('configmap/kube-root-ca.crt');

  // An image that one has brought stays as long as the other may need it.
  await one.load(['busybox']);
  await one.remove();
  expect(await images()).toContain('library/busybox:latest');
  await other.remove();
  expect(await images()).toBe(imagesBefore);
  await Promise.all([gone(here ?? ''), gone(there ?? '')]);
});

test('who removes their own binding is let in again, and may try other accounts of the namespace', async () => {
  const machine = await machineThere(foreign, '5e551004');
  const lost = 'kubectl delete rolebinding seatrial-learner && kubectl delete role seatrial-learner';
  await tried(machine, lost);
  const again = await tried(machine, 'until kubectl get pods > /dev/null 2>&1; do :; done; kubectl get pods');
  expect(again.code).toBe(0);

  const narrower = `kubectl patch role seatrial-learner --type=json -p '[{"op":"replace","path":"/rules","value":[]}]'`;
  await tried(machine, narrower);
  const path = `/apis/rbac.authorization.k8s.io/v1/namespaces/${machine.world.kubernetes.namespace}/roles`;
  await until(
    foreign.admin,
    path,
    (roles) => roles.some(({ rules }) => Array.isArray(rules) && rules.length > 1),
    never,
  );

  const as = `--as=system:serviceaccount:${machine.world.kubernetes.namespace}:reader`;
  const allow = 'kubectl create role read --verb=list --resource=pods && kubectl create rolebinding read --role=read';
  const account = `kubectl create serviceaccount reader && ${allow} --serviceaccount=${machine.world.kubernetes.namespace}:reader`;
  expect(await tried(machine, `until ${account}; do :; done`)).toMatchObject({ code: 0 });
  expect((await tried(machine, `until kubectl auth can-i list pods ${as}; do :; done`)).said).toMatch(/yes$/);
  expect((await tried(machine, `kubectl auth can-i delete pods ${as}`)).said).toMatch(/no$/);
  const { namespace } = machine.world.kubernetes;
  await machine.remove();
  await gone(namespace);
});

test('a lab that is continued after its token has ended gets another, and keeps what the learner has set', async () => {
  const machines = await foreign.machines();
  const machine = await machineThere(foreign, '5e551008');
  const { namespace } = machine.world.kubernetes;
  const body = Buffer.from(JSON.stringify({ exp: 1 })).toString('base64url');
  await tried(
    machine,
    `sed -i -E 's/(token: ).*/\\1x.${body}.x/' ~/.kube/config && kubectl config set-context mine --user=learner`,
  );
  expect((await tried(machine, 'kubectl get pods')).code).not.toBe(0);
  await machine.detach();

  const record = (await machines.list()).find(({ session }) => session === '5e551008');
  if (!record) throw new Error('The machine is gone.');
  const again = await machines.enter(record);
  expect(await tried(again, 'kubectl get pods')).toMatchObject({ code: 0 });
  expect((await tried(again, 'kubectl config get-contexts -o name')).said).toBe(`${foreign.context}\nmine`);
  await again.remove();
  await gone(namespace);
});

test('a session is entered again, and one that nobody ended is found and removed', async () => {
  const clusters = foreign.clusters(await foreign.contextNamed(foreign.context));
  const request = { lab: 'test', needs: {}, signal: never, tell: () => undefined };
  const session = await clusters.open({ ...request, session: '5e551005' });
  await session.detach();
  const again = await foreign.clusters().enter('5e551005', never);
  expect(again.namespace).toBe(session.namespace);
  await again.detach();
  // Its machine is lost: it gets another place on the same cluster, and the one that it had goes.
  const anew = await foreign.clusters().open({ ...request, session: '5e551005' });
  expect(anew.namespace).not.toBe(session.namespace);
  await gone(session.namespace);
  await anew.detach();

  const { env, docker, ledger } = foreign;
  const left = await leftovers({ env, docker, ledger });
  expect(left.map(({ place, state }) => [place.namespace, place.context, state])).toEqual([
    [anew.namespace, foreign.context, 'there'],
  ]);
  for (const each of left) if (each.state === 'there') await each.remove();
  await expect(foreign.clusters().enter('5e551005', never)).rejects.toThrow('existing.namespace-removed');
  await gone(anew.namespace);
  expect(await leftovers({ env, docker, ledger })).toEqual([]);
  expect(ledger.list()).toEqual([]);
  expect(await everything()).toEqual(before);
});

test('a namespace that somebody else removes ends the session, and one of theirs is not taken for it', async () => {
  const clusters = foreign.clusters(await foreign.contextNamed(foreign.context));
  const session = await clusters.open({
    session: '5e551006',
    lab: 'test',
    needs: {},
    signal: never,
    tell: () => undefined,
  });
  const { namespace } = session;
  await foreign.admin.call('DELETE', `/api/v1/namespaces/${namespace}`);
  expect(await session.gone).toMatchObject({ id: 'existing.namespace-removed', values: { namespace } });
  await namespacesGone(foreign.admin, [namespace]);
  const theirs = { metadata: { name: namespace, labels: { 'seatrial.session': 'another' } } };
  await foreign.admin.call('POST', '/api/v1/namespaces', { body: theirs });
  await session.remove();
  const kept = await foreign.admin.call<KubernetesObject>('GET', `/api/v1/namespaces/${namespace}`);
  expect(kept.metadata.deletionTimestamp).toBeUndefined();
  await foreign.admin.call('DELETE', `/api/v1/namespaces/${namespace}`);
  await gone(namespace);
});

test('the kubeconfig stays as it is, byte for byte, and its current context is not used', async () => {
  await using folder = await temporaryFolder();
  const nowhere = join(folder.path, 'config');
  const elsewhere = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'nowhere',
    contexts: [{ name: 'nowhere', context: { cluster: 'nowhere', user: 'nobody' } }],
    clusters: [{ name: 'nowhere', cluster: { server: 'https://127.0.0.1:1' } }],
    users: [{ name: 'nobody', user: {} }],
  };
  writeFileSync(nowhere, JSON.stringify(elsewhere));
  const files = [nowhere, foreign.kubeconfig];
  const states = () => files.map((file) => [readFileSync(file, 'utf8'), statSync(file).mtimeMs, statSync(file).ino]);
  const unchanged = states();

  const merged = await readKubeconfig({
    KUBECONFIG: [nowhere, join(folder.path, 'none'), foreign.kubeconfig].join(':'),
  });
  const context = contextOf(merged, foreign.context);
  const machine = await (await foreign.machines(context)).create({
    session: '5e551007',
    lab: 'test',
    language: 'en',
    needs: { kubernetes: {} },
  });
  expect((await tried(machine, 'kubectl config get-contexts -o name')).said).toBe(foreign.context);
  const { namespace } = machine.world.kubernetes;
  await machine.remove();
  await gone(namespace);
  expect(states()).toEqual(unchanged);
});

test('kind is what two proofs say, and a server is reached where the engine publishes it', async () => {
  const context = await foreign.contextNamed(foreign.context);
  const found = await survey(context, foreign.docker);
  expect(found.kind?.map(({ name }) => name)).toEqual([`${foreign.name}-control-plane`]);
  expect(found).toMatchObject({ user: 'kubernetes-admin', missing: [] });
  const reach = await reachFromMachine(foreign.docker, context.cluster);
  expect(reach).toMatchObject({
    network: 'kind',
    cluster: { server: `https://${foreign.name}-control-plane:6443`, 'tls-server-name': '127.0.0.1' },
  });

  // The same cluster by an address that the engine does not publish is proven by nothing.
  const control = await foreign.docker.getContainer(`${foreign.name}-control-plane`).inspect();
  const server = `https://${control.NetworkSettings.Networks.kind?.IPAddress}:6443`;
  const direct = { ...context, server, kubeconfig: context.kubeconfig.replaceAll(context.server, server) };
  expect((await survey(direct, foreign.docker)).kind).toBeUndefined();
  expect(await reachFromMachine(foreign.docker, { server })).toEqual({ network: 'bridge', cluster: { server } });
  expect(await reachFromMachine(foreign.docker, { server: 'https://localhost:1' })).toBeUndefined();
});
