import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, told } from '../../helpers/kubernetes/judge.ts';
import { apply, openLearner, readyPod } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `test-file-${process.pid}`);
  await apply(lab, manifest);
  await readyPod(lab, 'files');
}, 180_000);
afterAll(() => lab?.remove());

/** Two containers with files of their own, and what a kubelet mounts. */
const manifest = `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { color: "tone=green 7" }
---
apiVersion: v1
kind: Pod
metadata: { name: files }
spec:
  terminationGracePeriodSeconds: 1
  volumes: [{ name: settings, configMap: { name: settings } }, { name: shared, emptyDir: {} }]
  containers:
    - { name: nginx, image: nginx, imagePullPolicy: IfNotPresent }
    - name: shell
      image: busybox
      imagePullPolicy: IfNotPresent
      command: [sleep, "3600"]
      volumeMounts: [{ name: settings, mountPath: /settings }, { name: shared, mountPath: /shared }]
`;

const nginx = { in: { pod: 'files' }, path: '/etc/nginx/nginx.conf' };
const shell = { pod: 'files', container: 'shell' };
const says = (params: Readonly<Record<string, unknown>>) => told(lab, 'file', params);

test('a file is what its own container has at the path, and what is found in it is known later', async () => {
  const found = await judge(lab, 'file', { ...nginx, find: 'worker_connections\\s+(\\d+)' });
  expect(found).toMatchObject({ status: 'passed', found: { kind: 'text', text: expect.stringMatching(/^\d+$/) } });
  expect(await says({ ...nginx, process: 'nginx: worker' })).toBe(
    'passed: The container `nginx` of the Pod `files` has `/etc/nginx/nginx.conf`.',
  );
  expect(await says({ ...nginx, process: 'apache' })).toBe(
    'pending: No process `apache` runs in the container `nginx` of the Pod `files` yet.',
  );
  expect(await says({ ...nginx, in: shell })).toBe(
    'pending: There is no file `/etc/nginx/nginx.conf` in the container `shell` of the Pod `files` yet.',
  );
  expect(await says({ ...nginx, in: shell, exists: false })).toMatch(/^passed: /);
  expect(await says({ ...nginx, find: 'no such line' })).toContain('nothing in it matches `no such line`');
});

test('links in what a kubelet mounts are followed, and whose it is and where it lies is seen', async () => {
  const setting = { in: shell, path: '/settings/color' };
  expect(await says({ ...setting, where: { content: 'tone=green 7', mount: '/settings' } })).toMatch(/^passed: /);
  expect(await says({ ...setting, kind: 'symlink', where: { target: '..data/color' } })).toMatch(/^passed: /);
  await run(
    lab,
    "kubectl exec files -c shell -- sh -c 'echo hello > /shared/new; chmod 640 /shared/new; chown daemon:1 /shared/new'",
  );
  const where = { mode: '0640', owner: 'daemon', group: 1, mount: '/shared', size: { atMost: 6 }, content: 'hello' };
  const made = { in: shell, path: '/shared/new' };
  expect(await says({ ...made, where })).toMatch(/^passed: /);
  expect(await says({ ...made, where: { mode: 600 } })).toBe(
    'pending: `mode` of the file `files/shell:/shared/new` is `640`; it should be `600`.',
  );
  expect(await says({ ...made, exists: false })).toContain('should not');
  expect(await says({ in: shell, path: '/shared' })).toContain('is a directory, not a file');
  expect(await says({ in: shell, path: '/shared', kind: 'directory' })).toMatch(/^passed: /);
});

test('where nobody is there to see it, nothing is known of it', async () => {
  expect(await says({ in: { pod: 'none' }, path: '/x', exists: false })).toBe('pending: There is no Pod `none` now.');
  await run(
    lab,
    "kubectl run ended --image=busybox --image-pull-policy=IfNotPresent --restart=Never -- true; kubectl wait --for=jsonpath='{.status.phase}'=Succeeded pod/ended",
  );
  expect(await says({ in: { pod: 'ended' }, path: '/x', exists: false })).toBe(
    'pending: `ended/ended` is not running, so nobody can look into it.',
  );
});
