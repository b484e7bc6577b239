import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, found, openLearner } from '../../helpers/kubernetes/learner.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `test-logs-${process.pid}`);
}, 180_000);
afterAll(() => lab?.remove());

/** A Pod whose containers run these scripts, by name. */
const pod = (name: string, scripts: Readonly<Record<string, string>>, restart = 'Always'): string => {
  const containers = Object.entries(scripts).map(([container, script]) => ({
    ...{ name: container, image: 'busybox', imagePullPolicy: 'IfNotPresent' },
    command: ['sh', '-c', script],
  }));
  const spec = { restartPolicy: restart, terminationGracePeriodSeconds: 1, containers };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec });
};

const passes = /^passed: /;

test('a line that a container has written is found in that container alone', async () => {
  await apply(lab, pod('two', { first: 'echo hello from one; sleep 3600', second: 'echo and from two; sleep 3600' }));
  await tells(lab, passes, 'kubernetes/logs', { pod: 'two', container: 'second', contains: 'from two' });
  expect(await tells(lab, passes, 'kubernetes/logs', { pod: 'two', contains: 'hello' })).toBe(
    'passed: The container `first` of the Pod `two` wrote: `hello from one`',
  );
  const other = await judge(lab, 'kubernetes/logs', { pod: 'two', contains: 'from two' });
  expect(other).toMatchObject({ status: 'pending', mismatch: { expected: 'from two', actual: 'hello from one' } });
  expect(await told(lab, 'kubernetes/logs', { pod: 'two', container: 'third', contains: 'two' })).toContain('third');
  expect(await told(lab, 'kubernetes/logs', { pod: 'three', contains: 'two' })).toContain('three');
});

test('a line that is written later wakes', async () => {
  await apply(lab, pod('waits', { main: 'until [ -e /tmp/go ]; do sleep 0.1; done; echo gone; sleep 3600' }));
  const wanted = { pod: 'waits', contains: 'gone' };
  await tells(lab, /written nothing yet/, 'kubernetes/logs', wanted);
  await found(lab, async () =>
    (await lab.world.kubernetes.pods()).find(({ name, ready }) => name === 'waits' && ready),
  );
  expect(await told(lab, 'kubernetes/logs', wanted)).toMatch(/^pending: /);
  const passed = tells(lab, passes, 'kubernetes/logs', wanted);
  await lab.world.shell.script('kubectl exec waits -- touch /tmp/go', {}, 30_000);
  expect(await passed).toContain('`gone`');
});

test('what a container wrote before it was started again counts, as `kubectl logs --previous` shows it', async () => {
  const script =
    'if [ -e /kept/been ]; then echo better now; sleep 3600; else touch /kept/been; echo no such file; exit 1; fi';
  const again = JSON.parse(pod('again', { main: script }));
  again.spec.volumes = [{ name: 'kept', emptyDir: {} }];
  again.spec.containers[0].volumeMounts = [{ name: 'kept', mountPath: '/kept' }];
  await apply(lab, JSON.stringify(again));
  await tells(lab, passes, 'kubernetes/logs', { pod: 'again', contains: 'better now' });
  const before = await lab.world.shell.script('kubectl logs again --previous', {}, 30_000);
  expect(before.output).toContain('no such file');
  expect(await told(lab, 'kubernetes/logs', { pod: 'again', contains: 'no such file' })).toMatch(passes);
  const never = await judge(lab, 'kubernetes/logs', { pod: 'again', contains: 'never said' });
  expect(never).toMatchObject({ status: 'pending', mismatch: { actual: 'better now' } });
});

test('a container that has ended still has its log, and one that cannot begin has none', async () => {
  await apply(lab, pod('ended', { main: 'echo done' }, 'Never'));
  await tells(lab, passes, 'kubernetes/logs', { pod: 'ended', contains: 'done' });
  await apply(lab, pod('stuck', { main: 'true' }).replace('busybox', 'nosuch.invalid/busybox'));
  const stuck = async () =>
    (await lab.world.kubernetes.pods()).find(({ name, containers }) => name === 'stuck' && containers[0]?.message);
  await found(lab, stuck);
  expect(await told(lab, 'kubernetes/logs', { pod: 'stuck', contains: 'done' })).toContain('written nothing yet');
});
