import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, found, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

// Its kubelet is stopped: nobody else may be on that cluster.
let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({ cluster: 'own', node: true }, `test-execs-${process.pid}`);
  await apply(lab, sharedPod);
  await readyPod(lab, 'nginx');
}, 240_000);
afterAll(() => lab?.remove());

const did = 'kubernetes/did';
const ps = { pod: 'nginx', container: 'shell', program: 'ps' };
const lists = { ...ps, lists: 'processes' };
const onNode = (command: string) => run(lab, `nsenter -t 1 -a ${command}`);

test('what a probe runs is not the learner’s, and what the learner runs beside it is', async () => {
  const probed = sharedPod
    .replace('name: nginx', 'name: probed')
    .replace('name: shell', 'name: shell\n      readinessProbe: { exec: { command: [ps] }, periodSeconds: 1 }');
  const since = await lab.world.now();
  await apply(lab, probed);
  const pod = await readyPod(lab, 'probed');
  const given = { ...lists, pod: 'probed' };
  await judge(lab, did, given, since);
  // Once more, now that it is watched.
  const probes = async () =>
    (await lab.world.kubernetes.readers(pod, { container: 'shell' }))?.all.some(({ entry }) => entry === 'all');
  await found(lab, async () => (await probes()) || undefined);
  expect(await told(lab, did, given, since)).toMatch(/^pending: `[^`]+` has not been run/);
  await run(lab, 'kubectl exec probed -c shell -- no-such-program');
  expect(await tells(lab, /did not begin/, did, { ...ps, pod: 'probed' }, since)).toContain('no-such-program');
  await run(lab, 'kubectl exec probed -c shell -- ps');
  await tells(lab, /^passed: /, did, given, since);
  await tells(lab, /^passed: /, did, { ...ps, pod: 'probed' }, since);
  await run(lab, 'kubectl delete pod probed --now');
});

test('a kubelet that is stopped has run nothing', async () => {
  const since = await lab.world.now();
  await onNode('systemctl stop kubelet');
  await run(lab, 'kubectl exec nginx -c shell -- ps');
  await tells(lab, /^pending: .* never came to the container/, did, ps, since);
  expect(await told(lab, did, lists, since)).toMatch(/^pending: .* never came to the container/);
  await onNode('systemctl start kubelet');
});

test('who watches is begun again where it was ended, and what nobody saw is to be done once more', async () => {
  const since = await lab.world.now();
  await onNode('pkill -x seatrial-watch; true');
  let said = '';
  while (!said.startsWith('passed')) {
    await run(lab, 'kubectl exec nginx -c shell -- ps');
    said = await tells(lab, /could not be seen|never came to|^passed/, did, ps, since);
  }
});
