import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../helpers/machine.ts';
import { judge, tells, told } from './judge.ts';
import { apply, openLearner, readyPod } from './learner.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `test-process-${process.pid}`);
}, 180_000);
afterAll(() => lab?.remove());

const check = 'kubernetes/process';
const passes = /^passed: /;

/** Two containers of a Pod, each with PIDs of its own unless they share them. */
const pod = (name: string, share: boolean) => `
apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec:
  shareProcessNamespace: ${share}
  terminationGracePeriodSeconds: 1
  containers:
    - { name: nginx, image: nginx, imagePullPolicy: IfNotPresent }
    - name: shell
      image: busybox
      imagePullPolicy: IfNotPresent
      command: [sh, -c, "trap exit TERM; sleep 3600 & sleep 3601 & wait"]
`;

test.each([false, true])('a process is found in its container alone (shared PIDs: %s)', async (share) => {
  const name = share ? 'shared' : 'apart';
  await apply(lab, pod(name, share));
  await readyPod(lab, name);
  await tells(lab, passes, check, { pod: name, container: 'nginx', process: 'nginx: worker' });
  expect(await told(lab, check, { pod: name, process: 'nginx: master' })).toMatch(passes);
  expect(await told(lab, check, { pod: name, container: 'nginx', process: 'nginx: master', count: 1 })).toMatch(passes);
  await tells(lab, passes, check, { pod: name, container: 'shell', process: 'sleep 360', count: 2 });
  expect(await told(lab, check, { pod: name, container: 'shell', process: 'sleep 3601', count: 1 })).toMatch(passes);

  const elsewhere = await judge(lab, check, { pod: name, container: 'shell', process: 'nginx: master' });
  expect(elsewhere).toMatchObject({ status: 'pending', because: { id: 'kube.process.none' } });
  expect(await judge(lab, check, { pod: name, process: 'sleep 36', count: 3 })).toMatchObject({
    ...{ status: 'pending', mismatch: { expected: '3', actual: '2' } },
  });
  expect(await told(lab, check, { pod: name, container: 'third', process: 'sleep' })).toContain('third');
  expect(await told(lab, check, { pod: 'none', process: 'sleep' })).toContain('none');
  await run(lab, `kubectl delete pod ${name} --now`);
  expect(await told(lab, check, { pod: name, process: 'sleep' })).toMatch(/^pending: /);
});

test('a process that is replaced is gone, also where its PID stays, and one in a new container is found again', async () => {
  await apply(lab, pod('again', false));
  const before = await readyPod(lab, 'again');
  const shell = { pod: 'again', container: 'shell' };
  await tells(lab, passes, check, { ...shell, process: 'sleep 3600' });
  // An exec keeps the PID, under another command line.
  const become = 'mkfifo /tmp/go; (read go < /tmp/go; exec sleep 42) > /dev/null 2>&1 &';
  await run(lab, `kubectl exec again -c shell -- sh -c '${become}'`);
  await tells(lab, passes, check, { ...shell, process: 'sh -c mkfifo' });
  await run(lab, 'kubectl exec again -c shell -- sh -c "echo > /tmp/go"');
  await tells(lab, passes, check, { ...shell, process: 'sleep 42' });
  expect(await told(lab, check, { ...shell, process: 'sh -c mkfifo' })).toMatch(/^pending: /);

  await run(lab, 'kubectl exec again -c shell -- kill 1');
  await tells(lab, /^pending: /, check, { ...shell, process: 'sleep 42' });
  await tells(lab, passes, check, { ...shell, process: 'sleep 3600', count: 1 });
  const after = await readyPod(lab, 'again');
  expect(after.containers.map(({ restarts }) => restarts)).toEqual([0, 1]);
  expect(after.uid).toBe(before.uid);
});
