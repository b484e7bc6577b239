import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

type Learner = Awaited<ReturnType<typeof openLearner>>;

/** Two sessions that look at one node, each with a Pod of the same name. */
let one: Learner;
let other: Learner;
beforeAll(async () => {
  one = await openLearner({ node: true }, `test-one-${process.pid}`);
  other = await openLearner({ node: true }, `test-other-${process.pid}`);
  for (const each of [one, other]) {
    await apply(each, sharedPod);
    await readyPod(each, 'nginx');
  }
}, 240_000);
afterAll(async () => {
  await one?.remove();
  await other?.remove();
});

const passes = /^passed: /;
const masters = { in: { pod: 'nginx', container: 'nginx' }, starts: 'nginx: master', count: 1 };

test('the node shows the Pods of both, and checks look at their own alone', async () => {
  for (const each of [one, other]) expect(await told(each, 'process', masters)).toMatch(passes);
  const [here, there] = await Promise.all(
    [one, other].map(async ({ world }) => {
      const [pod] = await world.kubernetes.pods();
      return pod ? (await world.kubernetes.processes(pod)).map(({ pid }) => pid) : [];
    }),
  );
  const shown = await run(one, `ps -o args= -p ${[here, there].flat().join(',')}`);
  expect(shown.match(/^nginx: master/gm)).toHaveLength(2);
  expect(here).not.toEqual([]);
  expect(here?.filter((pid) => there?.includes(pid))).toEqual([]);
});

test('what one does in a Pod is nothing that the other did, and does not keep theirs from being gone', async () => {
  const since = await other.world.now();
  await run(one, 'kubectl exec nginx -c shell -- sleep 0');
  const exec = { pod: 'nginx', program: 'sleep' };
  await tells(one, passes, 'kubernetes/did', exec, since);
  expect(await told(other, 'kubernetes/did', exec, since)).toMatch(/^pending: /);

  const [pod] = await other.world.kubernetes.pods();
  await run(other, 'kubectl delete pod nginx --now');
  await tells(other, passes, 'kubernetes/gone', { pod: pod?.uid });
  expect(await judge(one, 'kubernetes/gone', { pod: 'nginx' })).toMatchObject({ because: { id: 'kube.gone.there' } });
  expect(await told(one, 'process', masters)).toMatch(passes);
});
