import { afterAll, beforeAll, expect, test } from 'vitest';
import { brokenParts } from '../../../runner/infra/cluster/mend.ts';
import { found, openLearner, ready } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
let node: ReturnType<typeof ready.engine.docker.getContainer>;
beforeAll(async () => {
  lab = await openLearner({ cluster: 'own', node: true }, `follows-${process.pid}`);
  const [only] = await lab.world.kubernetes.objects('Node');
  node = ready.engine.docker.getContainer(only?.metadata.name ?? '');
}, 240_000);
afterAll(() => lab?.remove());

const onNode = (script: string) => run(lab, `nsenter -t 1 -a sh -c ${JSON.stringify(script)}`);

/** Resolves once the learner has been seen to ask for an object of this name: what cannot be asked now is asked again. */
async function seen(name: string): Promise<void> {
  const beat = setInterval(() => lab.wake('tick'), 200);
  await run(lab, `until kubectl get configmap ${name} --ignore-not-found; do :; done`);
  const look = async () => {
    try {
      return lab.world.kubernetes.actions(0).find((each) => each.name === name);
    } catch {
      return undefined;
    }
  };
  await found(lab, look).finally(() => clearInterval(beat));
}

test.each([
  ['removed', 'rm /var/log/seatrial/audit.log'],
  ['cut short', ': > /var/log/seatrial/audit.log'],
  ['removed with its folder', 'rm -rf /var/log/seatrial'],
])(
  'what is asked of the API is seen though the audit log was %s, by whoever follows it then as well',
  async (how, script) => {
    const name = how.replaceAll(' ', '-');
    await seen(`before-${name}`);
    await onNode(script);
    await seen(`after-${name}`);
    await onNode("pkill -KILL -f '^seatrial-follow'");
    await seen(`anew-${name}`);
    await brokenParts(node, true);
    await seen(`mended-${name}`);
    expect(await brokenParts(node)).toEqual([]);
  },
  120_000,
);
