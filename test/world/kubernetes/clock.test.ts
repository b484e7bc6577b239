import { afterAll, beforeAll, expect, test } from 'vitest';
import { kubernetesWorld } from '../../../runner/world/kubernetes/kubernetesWorld.ts';
import { MachineClock } from '../../../runner/world/machine/clock.ts';
import type { Machine } from '../../../runner/world/machine/machine.ts';
import type { Wake } from '../../../runner/world/wake.ts';
import { judge, tells, told } from '../../helpers/kubernetes/judge.ts';
import { openLearner, ready } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';
import { shiftedApi } from '../../helpers/shiftedApi.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({}, `test-clock-${process.pid}`);
}, 180_000);
afterAll(() => lab?.remove());

const hour = 3_600_000;
const passes = /^passed: /;

/** The learner's place as by `--context` on a cluster whose clocks are that many ms ahead of the machine's. */
async function elsewhere(ahead: number, dated = true): Promise<Machine & AsyncDisposable> {
  const [node] = await lab.world.kubernetes.objects('Node');
  const { NetworkSettings } = await ready.engine.docker.getContainer(node?.metadata.name ?? '').inspect();
  const kubeconfig = await run(lab, 'kubectl config view --raw --minify');
  // By its address: its name is known on the cluster's network alone.
  const reached = kubeconfig.replace(/https:\/\/[^:]+/, `https://${NetworkSettings.Networks.kind?.IPAddress}`);
  const api = await shiftedApi(reached, ahead, dated);
  const listeners = new Set<(wake: Wake) => void>();
  const { namespace } = lab.world.kubernetes;
  const { world, close } = kubernetesWorld({
    host: ready.engine.docker,
    session: {
      ...{ cluster: 'shifted', namespace, user: 'learner', network: '', nodes: [] },
      ...{ kubeconfig: api.kubeconfig, scriptKubeconfig: api.kubeconfig, ownKubeconfig: api.kubeconfig },
      load: async () => undefined,
      gone: new Promise(() => undefined),
      detach: async () => undefined,
      remove: async () => undefined,
    },
    clock: new MachineClock(lab.world.now),
    publish: (wake) => {
      for (const listener of listeners) listener(wake);
    },
  });
  const subscribe = (listener: (wake: Wake) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    ...{ ...lab, world: { ...lab.world, kubernetes: world, subscribe } },
    [Symbol.asyncDispose]: async () => {
      close();
      await api[Symbol.asyncDispose]();
    },
  };
}

/** How long after it was stamped something may be taken to have been: a stamp's own second, and that of the answer's `Date`. */
const unknown = 2_000;

test.each([
  ['ahead of', hour],
  ['behind', -hour],
  ['a little ahead of', 5_000],
])(
  'where the clock of a cluster is %s the machine’s, what came since then is told from what was before',
  async (_, ahead) => {
    const name = `waits-${ahead}`.replace('--', '-m');
    const about = { kind: 'Pod', name, reason: 'FailedScheduling' };
    await using live = await elsewhere(ahead);
    expect(await live.world.kubernetes.events(0)).toBeDefined();
    const begins = await lab.world.now();
    await run(lab, `kubectl run ${name} --image=busybox --overrides='{"spec":{"nodeSelector":{"none":"such"}}}'`);
    await tells(live, passes, 'kubernetes/event', about, begins);
    const heard = await lab.world.now();
    expect(await told(live, 'kubernetes/event', about, heard)).toMatch(/^pending: /);

    // Who comes later, as a session that is resumed, has only the stamps to go by.
    await using later = await elsewhere(ahead);
    expect(await told(later, 'kubernetes/event', about, begins)).toMatch(passes);
    expect(await told(later, 'kubernetes/event', about, heard + unknown)).toMatch(/^pending: /);
    for (const { world } of [live, later]) {
      const made = (await world.kubernetes.pods()).find((pod) => pod.name === name)?.createdAt ?? 0;
      expect(made).toBeGreaterThan(begins - unknown);
      expect(made).toBeLessThan(heard);
    }
  },
);

test('where nothing tells what time it is there, it is not the learner who has not done it', async () => {
  await run(lab, `kubectl run unknown --image=busybox --overrides='{"spec":{"nodeSelector":{"none":"such"}}}'`);
  const about = { kind: 'Pod', name: 'unknown', reason: 'FailedScheduling' };
  await tells(lab, passes, 'kubernetes/event', about);
  await using undated = await elsewhere(hour, false);
  expect(await judge(undated, 'kubernetes/event', about)).toMatchObject({
    ...{ status: 'errored', blame: 'machine', because: { id: 'kubernetes.clock-unknown' } },
  });
});
