import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contextOf } from '../../../runner/infra/cluster/existing/context.ts';
import { kubeconfigFiles, readKubeconfig } from '../../../runner/infra/cluster/existing/readKubeconfig.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

test('the files are those that kubectl reads', () => {
  expect(kubeconfigFiles({ HOME: '/home/anna' })).toEqual(['/home/anna/.kube/config']);
  expect(kubeconfigFiles({ HOME: '/home/anna', KUBECONFIG: '' })).toEqual(['/home/anna/.kube/config']);
  expect(kubeconfigFiles({ HOME: '/home/anna', KUBECONFIG: '/a::/b:/a' })).toEqual(['/a', '/b']);
});

test('the first of a name stands, a file that is not there is passed over, and paths are meant from their file', async () => {
  await using folder = await temporaryFolder();
  const [one, other] = [join(folder.path, 'one'), join(folder.path, 'other')];
  mkdirSync(one);
  mkdirSync(other);
  writeFileSync(join(one, 'ca.pem'), 'of one');
  writeFileSync(
    join(one, 'config'),
    `clusters:
- name: here
  cluster: { server: "https://one:6443/", certificate-authority: ca.pem }
users:
- name: anna
  user: { client-certificate: anna.crt, exec: { command: ./bin/token, apiVersion: v1 } }
`,
  );
  writeFileSync(
    join(other, 'config'),
    `current-context: elsewhere
clusters:
- name: here
  cluster: { server: "https://other:6443" }
contexts:
- name: mine
  context: { cluster: here, user: anna, namespace: team }
- name: lost
  context: { cluster: nowhere, user: anna }
- name: plain
  context: { cluster: unsafe, user: anna }
users:
- name: anna
  user: { token: another }
`,
  );
  writeFileSync(join(folder.path, 'unsafe'), 'clusters: [{ name: unsafe, cluster: { server: "http://one" } }]');
  const files = [join(folder.path, 'none'), join(one, 'config'), join(other, 'config'), join(folder.path, 'unsafe')];
  const merged = await readKubeconfig({ KUBECONFIG: files.join(':') });
  expect([...merged.contexts.keys()]).toEqual(['mine', 'lost', 'plain']);

  const mine = contextOf(merged, 'mine');
  expect(mine).toMatchObject({ name: 'mine', server: 'https://one:6443/', user: 'anna' });
  expect(JSON.parse(mine?.kubeconfig ?? '')).toEqual({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'mine',
    contexts: [{ name: 'mine', context: { cluster: 'here', user: 'anna', namespace: 'team' } }],
    clusters: [
      {
        name: 'here',
        cluster: {
          server: 'https://one:6443/',
          'certificate-authority-data': Buffer.from('of one').toString('base64'),
        },
      },
    ],
    users: [
      {
        name: 'anna',
        user: {
          'client-certificate': join(one, 'anna.crt'),
          exec: { command: join(one, 'bin/token'), apiVersion: 'v1' },
        },
      },
    ],
  });
  expect(contextOf(merged, 'elsewhere')).toBeUndefined();
  expect(() => contextOf(merged, 'lost')).toThrow('existing.incomplete');
  expect(() => contextOf(merged, 'plain')).toThrow('existing.not-https');

  // Another certificate authority at the same address is another cluster.
  writeFileSync(join(one, 'ca.pem'), 'of somebody else');
  expect(contextOf(await readKubeconfig({ KUBECONFIG: files.join(':') }), 'mine')?.identity).not.toBe(mine?.identity);
});

test('a file that is no kubeconfig is named', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config');
  writeFileSync(file, 'clusters: {');
  await expect(readKubeconfig({ KUBECONFIG: file })).rejects.toMatchObject({
    explanation: { id: 'existing.unreadable', values: { file } },
  });
});
