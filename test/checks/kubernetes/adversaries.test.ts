import { afterAll, beforeAll, expect, test } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { judge, told } from '../../helpers/kubernetes/judge.ts';
import { found, openLearner } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

/** Checks that no lab of ours uses yet, each with parameters that its adversaries know a way to. */
const uses: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  'kubernetes/object': [
    { kind: 'ConfigMap', name: 'settings', labels: { tier: 'one' }, where: { 'data.color': 'green' } },
    { kind: 'Deployment', name: 'web', where: { 'spec.replicas': 2 } },
  ],
  'kubernetes/rollout': [{ name: 'web', replicas: 2 }],
  'kubernetes/event': [{ kind: 'Pod', name: 'web', reason: 'Typed', contains: 'here' }],
};

const tries = Object.entries(uses).flatMap(([check, all]) =>
  all.flatMap((params) =>
    (checks.find(({ name }) => name === check)?.adversaries(params) ?? []).map((each) => ({ ...each, check, params })),
  ),
);

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `adversaries-${process.pid}`);
}, 240_000);
afterAll(() => lab?.remove());

/** Looks as the session does: whenever something happens, and on its tick. */
async function once<T>(look: () => Promise<T | undefined>): Promise<T> {
  const beat = setInterval(() => lab.wake('tick'), 200);
  return found(lab, look).finally(() => clearInterval(beat));
}

test.each(tries)('$check: $name ($outcome)', async ({ check, name, params, run: typed, outcome, says, undo }) => {
  const since = await lab.world.now();
  const verdict = () => judge(lab, check, params, since);
  await verdict();
  // What is refused ends with another code, and must not end what is typed behind it.
  // What goes on in the background must not hold what is waited for here.
  await run(lab, `{ ${typed}\n} > /tmp/typed 2>&1; true`);
  try {
    if (outcome === 'right') await once(async () => ((await verdict()).status === 'passed' ? true : undefined));
    else {
      await once(async () => {
        const said = await told(lab, check, params, since);
        // What was made on the machine is known by what was typed there, and nothing is typed here.
        return says === undefined || name === 'on the machine' || said.includes(says) ? true : undefined;
      });
      // What has been asked of the API by then has been seen, and whatever it caused has had its time.
      await run(lab, 'kubectl wait --for=delete pod/nobody --timeout=5s; kubectl get --raw /readyz');
      expect(await verdict()).toMatchObject({ status: 'pending' });
    }
  } finally {
    if (undo !== undefined) await run(lab, `{ ${undo}\n} > /tmp/typed 2>&1; true`);
    await run(lab, 'kubectl delete pods --all --now --wait=false');
    await once(async () => ((await lab.world.kubernetes.pods()).length === 0 ? true : undefined));
  }
});

test('each of these checks has a dozen ways at least, right and wrong', () => {
  for (const check of Object.keys(uses)) {
    const own = tries.filter((each) => each.check === check);
    expect(own.length).toBeGreaterThanOrEqual(12);
    expect(new Set(own.map(({ outcome }) => outcome)).size).toBe(2);
  }
});
