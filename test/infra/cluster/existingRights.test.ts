import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadYaml } from '@kubernetes/client-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExistingContext } from '../../../runner/infra/cluster/existing/context.ts';
import { survey } from '../../../runner/infra/cluster/existing/survey.ts';
import type { KubernetesObject } from '../../../runner/world/kubernetes/model.ts';
import { root, seatrial } from '../../commands/seatrial.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { type ForeignCluster, foreignCluster, namespacesGone } from '../../helpers/foreignCluster.ts';

let foreign: ForeignCluster;
let guest: ExistingContext;
let home: Awaited<ReturnType<typeof temporaryFolder>>;
let env: Readonly<Record<string, string>>;

const fixture = 'test/fixtures/labs/two-of-a-kind';
const rbac = '/apis/rbac.authorization.k8s.io/v1';
const never = new AbortController().signal;

const labNamespaces = async (): Promise<readonly string[]> => {
  const { items } = await foreign.admin.call<{ items: readonly KubernetesObject[] }>('GET', '/api/v1/namespaces');
  return items.map(({ metadata }) => metadata.name).filter((name) => name.startsWith('lab-'));
};

/** Somebody whom the cluster knows and who may do nothing there. */
async function newcomer(name: string): Promise<ExistingContext> {
  const accounts = '/api/v1/namespaces/default/serviceaccounts';
  await foreign.admin.call('POST', accounts, { body: { metadata: { name } } });
  const { status } = await foreign.admin.call<{ status: { token: string } }>('POST', `${accounts}/${name}/token`, {
    body: { spec: { expirationSeconds: 3600 } },
  });
  const context = await foreign.contextNamed(foreign.context);
  const kubeconfig = JSON.parse(context.kubeconfig);
  return {
    ...context,
    kubeconfig: JSON.stringify({ ...kubeconfig, users: [{ ...kubeconfig.users[0], user: { token: status.token } }] }),
  };
}

beforeAll(async () => {
  foreign = await foreignCluster('foreign-rights');
  guest = await newcomer('guest');
  home = await temporaryFolder();
  env = { KUBECONFIG: foreign.kubeconfig, XDG_STATE_HOME: home.path };
}, 240_000);

afterAll(async () => {
  await foreign?.[Symbol.asyncDispose]();
  await home?.[Symbol.asyncDispose]();
}, 120_000);

test('who may do too little is told all that is missing, before anything is made', async () => {
  const { user, missing, kind } = await survey(guest, foreign.docker);
  expect(user).toBe('system:serviceaccount:default:guest');
  expect(kind).toBeUndefined();
  const told = missing.join('\n');
  expect(told).toMatch(/create, get, delete.* namespaces|create, get, delete, list, watch namespaces/);
  for (const right of [
    'serviceaccounts/token',
    'pods/exec',
    'secrets',
    '*.apps',
    'rolebindings.rbac.authorization.k8s.io',
  ]) {
    expect(told).toContain(right);
  }
  expect(missing.length).toBeLessThan(8);
  expect(await labNamespaces()).toEqual([]);
});

test('who may do too little is told what to type, which is nothing that looks at this computer', async () => {
  await using folder = await temporaryFolder();
  const kubeconfig = join(folder.path, 'config');
  writeFileSync(kubeconfig, guest.kubeconfig);
  const args = ['test', fixture, '--trust', '--context', guest.name, '--trust-cluster'];
  const refused = await seatrial(args, { env: { ...env, KUBECONFIG: kubeconfig } });
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  const user = 'system:serviceaccount:default:guest';
  expect(refused.stderr).toContain(
    `kubectl create clusterrolebinding seatrial-host --clusterrole=seatrial-host --user='${user}'`,
  );
  expect(refused.stderr).not.toContain('seatrial doctor');
});

test("the document's ClusterRole is enough, and nothing in it is too much", async () => {
  const text = readFileSync(join(root, 'docs/clusters.md'), 'utf8');
  const manifest = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const role = loadYaml<{ metadata: { name: string }; rules: readonly unknown[] }>(manifest);
  await foreign.admin.call('POST', `${rbac}/clusterroles`, { body: role });
  const binding = {
    metadata: { name: 'guest' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role.metadata.name },
    // As the message about missing rights has it: by the name that the cluster knows the account by.
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'system:serviceaccount:default:guest' }],
  };
  await foreign.admin.call('POST', `${rbac}/clusterrolebindings`, { body: binding });
  let missing = (await survey(guest, foreign.docker)).missing;
  // The API server knows of a binding a moment after it has accepted it.
  while (missing.length > 0) missing = (await survey(guest, foreign.docker)).missing;

  const opening = { session: '5e551010', lab: 'test', needs: {}, signal: never, tell: () => undefined };
  const session = await foreign.clusters(guest).open(opening);
  await session.remove();
  await namespacesGone(foreign.admin, await labNamespaces());

  const path = `${rbac}/clusterroles/${role.metadata.name}`;
  for (const index of role.rules.keys()) {
    await foreign.admin.call('PUT', path, { body: { ...role, rules: role.rules.filter((_, at) => at !== index) } });
    do missing = (await survey(guest, foreign.docker)).missing;
    while (missing.length === 0);
  }
}, 300_000);

test('a silent server and an unknown user are told from missing rights', async () => {
  const edited = (change: (text: string) => string) => ({ ...guest, kubeconfig: change(guest.kubeconfig) });
  const stranger = edited((text) => text.replace(/"token":"[^"]+"/, '"token":"nobody"'));
  await expect(survey(stranger, undefined)).rejects.toMatchObject({ explanation: { id: 'existing.unknown-user' } });
  const silent = edited((text) => text.replaceAll(guest.server, 'https://127.0.0.1:1'));
  await expect(survey(silent, undefined)).rejects.toMatchObject({ explanation: { id: 'existing.silent' } });
});

test('nothing is done on a cluster that was not named rightly, not agreed to, or gives too little', async () => {
  const run = (...args: string[]) => seatrial([...args], { env });
  const wrong = await run('test', fixture, '--trust', '--context', `${foreign.context}x`);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain(`Did you mean \`${foreign.context}\`?`);

  const unasked = await run('test', fixture, '--context', foreign.context);
  expect(unasked).toMatchObject({ code: 2, stdout: '' });
  expect(unasked.stderr).toContain('--trust-cluster');

  const lacking = await run('run', 'share-process-namespace', '--context', foreign.context, '--trust-cluster');
  expect(lacking).toMatchObject({ code: 2, stdout: '' });
  expect(lacking.stderr).toContain('`node: true`');
  expect(lacking.stderr).toMatch(/It judges what you ask of the API \(.*attach.*\)/);

  const needless = await run('test', 'isolated-processes', '--context', foreign.context, '--trust-cluster');
  expect(needless).toMatchObject({ code: 2, stdout: '' });
  expect(await labNamespaces()).toEqual([]);
});

test('a lab that fits is proven there, and agreed to once', async () => {
  const prove = (...more: string[]) =>
    seatrial(['test', fixture, '--context', foreign.context, '--report', 'json', ...more], { env });
  const first = await prove('--trust-cluster');
  expect(first.stderr).toContain(`It is the kind cluster "${foreign.name}" on your Docker engine`);
  expect(first).toMatchObject({ code: 0 });
  const again = await prove('--step', 'deploy');
  expect(again).toMatchObject({ code: 0 });
  expect(again.stderr).not.toContain('It is the kind cluster');
  await namespacesGone(foreign.admin, await labNamespaces());
}, 180_000);
