import { expect, test } from 'vitest';
import type { CheckUse } from '../../runner/lab/lab.ts';
import { enginesOf } from '../../runner/session/environment.ts';
import { judgeCheck } from '../../runner/session/judgeCheck.ts';
import { systemClock } from '../../runner/verdict/clock.ts';
import { say } from '../../runner/words/say.ts';
import { apply, found, openLearner, readyPod, sharedPod } from '../helpers/kubernetes/learner.ts';
import { run } from '../helpers/machine.ts';

test('a script asks the cluster as nobody, wherever the learner’s client is pointed, and sees a Pod', async () => {
  await using lab = await openLearner();
  await apply(lab, sharedPod);
  const { uid, name, node } = await readyPod(lab, 'nginx');
  const { namespace } = lab.world.kubernetes;
  const judge = async (text: string) => {
    const use: CheckUse = { kind: 'script', run: text, position: { file: 'lab.yaml', line: 1, column: 1 } };
    const facts = { web: { kind: 'pod', uid, name } } as const;
    const scene = { world: lab.world, clock: systemClock, checks: new Map(), facts };
    const { verdict } = await judgeCheck(use, 0, 0, { ...scene, engines: enginesOf(use, { kubernetes: {} }) });
    return { ...verdict, because: say('en', verdict.because) };
  };

  await run(
    lab,
    'kubectl config set-cluster elsewhere --server=https://192.0.2.1:6443; kubectl config set-context far --cluster=elsewhere; kubectl config use-context far',
  );
  const since = await lab.world.now();
  expect(
    await judge(
      'kubectl get pod "$web_name" -o name && /usr/bin/kubectl exec nginx -c nginx -- true && because "$web $web_namespace $web_node" || exit 0',
    ),
  ).toEqual({ status: 'passed', because: `${uid} ${namespace} ${node}` });
  await run(
    lab,
    'kubectl config use-context seatrial || kubectl config use-context "$(kubectl config get-contexts -o name | grep -v far)"; kubectl get service',
  );
  const actions = await found(lab, async () => {
    const all = lab.world.kubernetes.actions(since);
    return all.some(({ resource }) => resource === 'services') ? all : undefined;
  });
  expect(actions.map(({ resource }) => resource)).toEqual(['services']);
}, 180_000);
