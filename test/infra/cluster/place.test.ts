import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `place-${process.pid}`);
}, 240_000);
afterAll(() => lab?.remove());

/** Resolves with what a check of Pods says once it says this, looked for as the session does: on its tick as well. */
async function ticking(pattern: RegExp): Promise<string> {
  const beat = setInterval(() => lab.wake('tick'), 200);
  return tells(lab, pattern, 'kubernetes/pod', { name: 'nginx' }).finally(() => clearInterval(beat));
}

test('an account that was deleted is made again, and the shell is let in', async () => {
  const { namespace } = lab.world.kubernetes;
  await run(lab, `kubectl delete serviceaccount ${namespace} -n seatrial --wait=false`);
  // The token of before is refused from now on, as soon as the API server looks again.
  await run(lab, 'until kubectl get pods; do :; done');
  await apply(lab, sharedPod);
  await readyPod(lab, 'nginx');
  expect(await ticking(/^passed/)).toContain('nginx');
}, 120_000);

test('a namespace that was deleted is told, is made again, and can be worked in', async () => {
  const { namespace } = lab.world.kubernetes;
  await run(lab, `kubectl delete namespace ${namespace} --wait=false`);
  expect(await ticking(/^errored/)).toContain(`\`${namespace}\``);
  const verdict = await judge(lab, 'kubernetes/did', { resource: 'pods', verb: 'list' }).catch(() => undefined);
  if (verdict?.status === 'errored') expect(verdict.blame).not.toBe('seatrial');
  expect(await ticking(/^pending/)).toContain('There is no Pod `nginx` yet');
  await apply(lab, sharedPod);
  await readyPod(lab, 'nginx');
  expect(await told(lab, 'kubernetes/pod', { name: 'nginx' })).toMatch(/^passed/);
}, 180_000);
