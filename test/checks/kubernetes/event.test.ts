import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, openLearner } from '../../helpers/kubernetes/learner.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `test-event-${process.pid}`);
}, 180_000);
afterAll(() => lab?.remove());

const run = (script: string) => lab.world.shell.script(script, {}, 30_000);
const passes = /^passed: /;
const check = 'kubernetes/event';

test('what was said about a Pod, told from other reasons, messages, Pods and kinds', async () => {
  const since = await lab.world.now();
  expect(await told(lab, check, { kind: 'Pod', reason: 'FailedScheduling' }, since)).toContain('Nothing was said');
  await run(`kubectl run nowhere --image=busybox --overrides='{"spec":{"nodeSelector":{"none":"such"}}}'`);
  const about = { kind: 'Pod', name: 'nowhere' };
  const passed = await tells(lab, passes, check, { ...about, reason: 'FailedScheduling' }, since);
  expect(passed).toContain("didn't match Pod's node affinity/selector");
  const narrower = { ...about, reason: 'FailedScheduling', contains: 'node affinity' };
  expect(await told(lab, check, narrower, since)).toMatch(passes);
  expect(await told(lab, check, { kind: 'Pod', name: 'now', reason: 'FailedScheduling' }, since)).toMatch(passes);
  expect(await judge(lab, check, { ...about, reason: 'BackOff' }, since)).toMatchObject({
    ...{ status: 'pending', mismatch: { expected: 'BackOff', actual: 'FailedScheduling' } },
  });
  expect(await told(lab, check, { ...narrower, contains: 'memory' }, since)).toMatch(/^pending: /);
  const other = { kind: 'Pod', name: 'somewhere', reason: 'FailedScheduling' };
  expect(await told(lab, check, other, since)).toContain('Nothing was said about the Pod somewhere');
  expect(await told(lab, check, { kind: 'Node', reason: 'FailedScheduling' }, since)).toContain('Nothing was said');
});

test('what was said before the step opened does not count, and does once it is said again', async () => {
  const begins = await lab.world.now();
  const once = { kind: 'Pod', name: 'again', reason: 'Started' };
  // Each time it begins it waits for whoever lets it end; the kubelet counts up the one event.
  await apply(
    lab,
    JSON.stringify({
      ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'again' } },
      spec: {
        terminationGracePeriodSeconds: 1,
        containers: [
          {
            name: 'main',
            image: 'busybox',
            imagePullPolicy: 'IfNotPresent',
            command: ['cat'],
            stdin: true,
            stdinOnce: true,
          },
        ],
      },
    }),
  );
  await tells(lab, passes, check, once, begins);
  const since = await lab.world.now();
  expect(await told(lab, check, once, since)).toMatch(/^pending: /);
  const again = tells(lab, passes, check, once, since);
  await run('printf "" | kubectl attach -i again');
  await again;
  const [started] = (await lab.world.kubernetes.events(since)).filter(({ reason }) => reason === 'Started');
  expect(started).toMatchObject({ count: 2, about: { name: 'again' } });
});
