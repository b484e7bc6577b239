import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, openLearner, readyPod } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `test-process-${process.pid}`);
}, 180_000);
afterAll(() => lab?.remove());

const check = 'process';
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
      command: [sh, -c, "mkfifo /tmp/go; trap exit TERM; sleep 3600 & sleep 3601 & sh -c 'read go < /tmp/go; exec sleep 42' & wait"]
`;

test.each([false, true])('a process is found in its container alone (shared PIDs: %s)', async (share) => {
  const name = share ? 'shared' : 'apart';
  await apply(lab, pod(name, share));
  await readyPod(lab, name);
  const nginx = { in: { pod: name, container: 'nginx' } };
  const shell = { in: { pod: name, container: 'shell' } };
  await tells(lab, passes, check, { ...nginx, starts: 'nginx: worker' });
  expect(await told(lab, check, { in: { pod: name }, starts: 'nginx: master' })).toMatch(passes);
  expect(await told(lab, check, { ...nginx, starts: 'nginx: master', count: 1 })).toMatch(passes);
  await tells(lab, passes, check, { ...shell, starts: 'sleep 360', count: 2 });
  expect(await told(lab, check, { ...shell, args: 'sleep 3601', parent: 'sh', count: 1 })).toMatch(passes);

  const elsewhere = await judge(lab, check, { ...shell, starts: 'nginx: master' });
  expect(elsewhere).toMatchObject({ status: 'pending', because: { id: 'process.none' } });
  expect(await judge(lab, check, { ...shell, starts: 'sleep 36', count: 3 })).toMatchObject({
    ...{ status: 'pending', mismatch: { expected: '3', actual: '2' } },
  });
  expect(await told(lab, check, { in: { pod: name, container: 'third' }, starts: 'sleep' })).toContain('third');
  // What an exec brings in is none of the container's own, also where it outlives that.
  await run(lab, `kubectl exec ${name} -c shell -- sh -c 'sleep 77 > /dev/null 2>&1 &'`);
  await run(
    lab,
    `kubectl exec ${name} -c shell -- setsid sh -c 'sleep 78 > /dev/null 2>&1 & sleep 79 > /dev/null 2>&1 & sleep 1'`,
  );
  expect(await run(lab, `kubectl exec ${name} -c shell -- ps`)).toMatch(/sleep 77\n(?:.*\n)*.*sleep 78/);
  expect(await told(lab, check, { ...shell, starts: 'sleep 7', count: 0 })).toMatch(passes);

  const where = {
    'user.uid': 0,
    'capabilities.effective': { includes: 'CHOWN' },
    'capabilities.bounding': { absent: false },
    noNewPrivileges: false,
    'cgroup.memory.used': { atLeast: 1 },
  };
  expect(await told(lab, check, { ...nginx, starts: 'nginx: master', where })).toMatch(passes);
  const worker = { ...nginx, starts: 'nginx: worker', where: { 'capabilities.effective': { absent: true } } };
  expect(await told(lab, check, worker)).toMatch(passes);
  const both = { args: 'sleep 3600', same: { pid: nginx.in } };
  expect(await told(lab, check, { ...shell, ...both })).toMatch(share ? passes : /another pid namespace than/);
  expect(await told(lab, check, { in: { pod: 'none' }, starts: 'sleep', count: 0 })).toBe(
    'pending: There is no Pod `none` now.',
  );
  await run(lab, `kubectl delete pod ${name} --now`);
  expect(await told(lab, check, { ...shell, starts: 'sleep' })).toMatch(/^pending: /);
});

test('a process that is replaced is gone, also where its PID stays, and one in a new container is found again', async () => {
  await apply(lab, pod('again', false));
  const before = await readyPod(lab, 'again');
  const shell = { in: { pod: 'again', container: 'shell' } };
  // An execve keeps the PID, under another command line.
  await tells(lab, passes, check, { ...shell, starts: 'sh -c read go' });
  await run(lab, 'kubectl exec again -c shell -- sh -c "echo > /tmp/go"');
  await tells(lab, passes, check, { ...shell, args: 'sleep 42' });
  expect(await told(lab, check, { ...shell, starts: 'sh -c read go' })).toMatch(/^pending: /);

  await run(lab, 'kubectl exec again -c shell -- kill 1');
  await tells(lab, /^pending: /, check, { ...shell, args: 'sleep 42' });
  await tells(lab, passes, check, { ...shell, starts: 'sleep 3600', count: 1 });
  const after = await readyPod(lab, 'again');
  expect(after.containers.map(({ restarts }) => restarts)).toEqual([0, 1]);
  expect(after.uid).toBe(before.uid);
});
