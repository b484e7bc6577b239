import { afterAll, beforeAll, expect, test } from 'vitest';
import { signalled } from '../../../checks/kubernetes/signalled/check.ts';
import type { Verdict } from '../../../runner/verdict/verdict.ts';
import { tells, told } from '../../helpers/kubernetes/judge.ts';
import { apply, found, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner({ node: true }, `test-signalled-${process.pid}`);
  await apply(lab, sharedPod);
  await readyPod(lab, 'nginx');
}, 180_000);
afterAll(() => lab?.remove());

const check = 'kubernetes/signalled';
const params = { pod: 'nginx', container: 'nginx', process: 'nginx: master' };

/** Resolves once the container has said this since then. */
const hasSaid = (since: number, text: string) =>
  found(lab, async () => {
    const pod = await readyPod(lab, 'nginx');
    const lines = await lab.world.kubernetes.logLines(pod, 'nginx');
    return lines.some((line) => line.at >= since && line.text.includes(text)) || undefined;
  });

/** Every nginx of the Pod, the master first. */
const pids = 'pidof nginx | tr " " "\\n" | sort -n';
const fromNeighbour = `kubectl exec nginx -c shell -- sh -c 'kill -HUP $(${pids} | head -1)'`;
const fromItself = 'kubectl exec nginx -c nginx -- nginx -s reload';
/** By its PID: other tests have a master of their own on this node. */
const fromNode = async () => {
  const processes = await lab.world.kubernetes.processes(await readyPod(lab, 'nginx'));
  return `kill -HUP ${processes.find(({ args }) => args[0]?.includes('nginx: master'))?.pid}`;
};

test.each([
  ['from its neighbour', async () => fromNeighbour],
  ['from itself', async () => fromItself],
  ['from its node', fromNode],
])('a signal that came before anybody looked has come: %s', async (_, line) => {
  const script = await line();
  const since = await lab.world.now();
  await run(lab, script);
  await hasSaid(since, 'SIGHUP');
  expect(await tells(lab, /^passed: /, check, params, since)).toContain('passed');
  await hasSaid(since, 'exited with code 0');
  expect(await told(lab, check, params, since)).toMatch(/^passed: /);
  expect(await told(lab, check, params, await lab.world.now())).toContain('No SIGHUP has reached it');
});

test('children that were killed do not pass, whenever it is looked', async () => {
  const since = await lab.world.now();
  let kept: unknown;
  const look = async (): Promise<Verdict> => {
    const evidence = await signalled.observe(lab.world, params, { since, signal: AbortSignal.timeout(10_000), kept });
    kept = signalled.keeps?.(evidence);
    return signalled.judge(evidence, params);
  };
  await look();
  let over = false;
  const killed = run(lab, `kubectl exec nginx -c shell -- sh -c 'kill $(${pids} | tail -n +2)'`)
    .then(() => hasSaid(since, 'SIGCHLD'))
    .finally(() => {
      over = true;
    });
  while (!over) expect((await look()).status).toBe('pending');
  await killed;
  expect((await look()).because.id).toBe('kube.signalled.killed');
});

test('why a signal did not do it: a configuration that is refused, a user who may not, another Pod, another namespace', async () => {
  const other = `
    - name: other
      image: busybox
      imagePullPolicy: IfNotPresent
      command: [sleep, "3600"]
      securityContext: { runAsUser: 1000 }`;
  await apply(lab, `${sharedPod.replace('name: nginx', 'name: three').trimEnd()}${other}`);
  const pod = await readyPod(lab, 'three');
  const inThree = { ...params, pod: 'three' };
  const processes = await lab.world.kubernetes.processes(pod);
  const master = processes.find(({ args }) => args[0]?.includes('nginx: master'))?.insidePid;
  const since = await lab.world.now();
  await tells(lab, /No SIGHUP has reached it/, check, inThree, since);

  await run(lab, `kubectl exec three -c other -- kill -HUP ${master}`);
  expect(await tells(lab, /ended with 1, though/, check, inThree, since)).toContain(`PID ${master} is`);
  // What was tried in the Pod is told of before what was in another.
  const beside = await lab.world.now();
  await run(lab, fromNeighbour);
  await tells(lab, /ended with 1, though/, check, inThree, since);
  await tells(lab, /was in the Pod `nginx`/, check, inThree, beside);
  const far = await lab.world.now();
  await run(
    lab,
    `kubectl run far -n default --image=busybox --image-pull-policy=IfNotPresent -- sleep 3600
    kubectl wait -n default --for=condition=Ready pod/far
    kubectl exec -n default far -- kill -HUP 4242
    kubectl delete pod far -n default --now`,
  );
  await tells(lab, /of the namespace `default`/, check, inThree, far);

  const config = '/etc/nginx/nginx.conf';
  await run(lab, `kubectl exec three -c nginx -- sh -c 'echo nonsense >> ${config}; kill -HUP ${master}'`);
  expect(await tells(lab, /refuses its new configuration/, check, inThree, since)).toContain('unexpected end of file');
  await run(lab, `kubectl exec three -c nginx -- sh -c 'sed -i "/^nonsense/d" ${config}; kill -HUP ${master}'`);
  await tells(lab, /^passed: /, check, inThree, since);
}, 120_000);
