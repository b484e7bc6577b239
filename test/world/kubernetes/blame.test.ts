import { afterAll, beforeAll, expect, test } from 'vitest';
import { evictionOf } from '../../../runner/session/eviction.ts';
import { judge, tells } from '../../helpers/kubernetes/judge.ts';
import { apply, found, openLearner } from '../../helpers/kubernetes/learner.ts';
import { run } from '../../helpers/machine.ts';

/** A cluster of its own: what is done to its node is in the way of everybody. */
let lab: Awaited<ReturnType<typeof openLearner>>;
let node = '';
let since = 0;
beforeAll(async () => {
  lab = await openLearner({ cluster: 'own', node: true }, `blame-${process.pid}`);
  const [only] = await lab.world.kubernetes.objects('Node');
  node = only?.metadata.name ?? '';
  since = await lab.world.now();
}, 240_000);
afterAll(() => lab?.remove());

const onNode = (script: string) => run(lab, `nsenter -t 1 -a sh -c ${JSON.stringify(script)}`);
/** As somebody who is not the learner. */
const asOther = (command: string) => onNode(`KUBECONFIG=/etc/kubernetes/admin.conf kubectl ${command}`);

const sleeper = (name: string, more = '') => `
apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec:
  terminationGracePeriodSeconds: 1
  ${more}
  containers: [{ name: main, image: busybox, imagePullPolicy: IfNotPresent, command: [sleep, '3600'] }]
`;

/** What a check says, once it says this, looked for as the session does: on its tick as well. */
async function ticking(...given: Parameters<typeof tells>): Promise<string> {
  const beat = setInterval(() => lab.wake('tick'), 500);
  return tells(...given).finally(() => clearInterval(beat));
}

const says = (pattern: RegExp, name: string) => ticking(lab, pattern, 'kubernetes/pod', { name }, since);

const removed = async (name: string) => {
  await run(lab, `kubectl delete pod ${name} --now --wait=false`);
  await found(lab, async () => (await lab.world.kubernetes.pods()).every((pod) => pod.name !== name) || undefined);
};

test("a node that somebody else has closed is nobody's fault, one that the learner has closed is theirs", async () => {
  await asOther(`cordon ${node}`);
  await apply(lab, sleeper('closed'));
  expect(await says(/cordon/, 'closed')).toContain('errored: The node');
  await asOther(`uncordon ${node}`);
  await says(/^passed/, 'closed');
  await removed('closed');
  await run(lab, `kubectl cordon ${node}`);
  await apply(lab, sleeper('closed'));
  expect(await says(/have closed/, 'closed')).toContain(`pending: You have closed the node \`${node}\``);
  await run(lab, `kubectl uncordon ${node}`);
  await says(/^passed/, 'closed');
  await removed('closed');
}, 120_000);

test('a taint counts only for a Pod that does not tolerate it', async () => {
  await asOther(`taint nodes ${node} team=other:NoSchedule`);
  await apply(lab, sleeper('tainted'));
  // The learner has changed the node above: whose taint this is cannot be told from that alone.
  await says(/team=other:NoSchedule/, 'tainted');
  await apply(lab, sleeper('picky', 'tolerations: [{ operator: Exists }]\n  nodeSelector: { none: such }'));
  expect(await says(/No node takes/, 'picky')).toMatch(/^pending/);
  await asOther(`taint nodes ${node} team-`);
  await says(/^passed/, 'tainted');
  await removed('tainted');
  await removed('picky');
}, 120_000);

test('what no scheduler or node will ever take up is told with who is asked for', async () => {
  await apply(lab, sleeper('wrong-scheduler', 'schedulerName: mine'));
  expect(await says(/schedulerName/, 'wrong-scheduler')).toMatch(/^pending: .*`mine`/);
  await apply(lab, sleeper('no-node', 'nodeName: nowhere'));
  expect(await says(/nodeName/, 'no-node')).toMatch(/^pending: .*`nowhere`/);
  for (const name of ['wrong-scheduler', 'no-node']) {
    expect(await judge(lab, 'kubernetes/pod', { name }, since)).toMatchObject({ attempt: true });
    await run(lab, `kubectl delete pod ${name} --force --grace-period=0`);
  }
}, 120_000);

test.each([
  ['kube-scheduler', 'pkill -STOP -x kube-scheduler', 'pkill -CONT -x kube-scheduler'],
  ['kubelet', 'systemctl stop kubelet', 'systemctl start kubelet'],
  ['containerd', 'pkill -STOP -x containerd', 'pkill -CONT -x containerd'],
])(
  'that a Pod waits for %s, which does not run, is blamed on nobody',
  async (part, stop, go) => {
    await onNode(stop);
    await apply(lab, sleeper('waits'));
    expect(await says(/part of Kubernetes/, 'waits')).toContain(`errored: \`waits\` waits for \`${part}\``);
    await onNode(go);
    await says(/^passed/, 'waits');
    await removed('waits');
  },
  120_000,
);

test('that a Deployment waits for its frozen controller is blamed on nobody', async () => {
  await onNode('pkill -STOP -x kube-controller');
  try {
    await run(lab, 'kubectl create deployment frozen --image=nginx');
    const rollout = [lab, /part of Kubernetes/, 'kubernetes/rollout', { name: 'frozen' }, since] as const;
    expect(await ticking(...rollout)).toContain('errored: `frozen` waits for `kube-controller-manager`');
    expect(await says(/part of Kubernetes/, 'frozen')).toMatch(/^errored/);
  } finally {
    await onNode('pkill -CONT -x kube-controller');
  }
  await run(lab, 'kubectl delete deployment frozen');
}, 120_000);

test('what a Pod waits for is told: an init container, a probe, a volume, a finalizer, a crash with its last words', async () => {
  const container = (more: object) => ({ name: 'main', image: 'busybox', imagePullPolicy: 'IfNotPresent', ...more });
  const make = (name: string, spec: object, metadata = {}) =>
    apply(lab, JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name, ...metadata }, spec }));
  const sleeps = container({ command: ['sleep', '3600'] });
  await make('slow', {
    initContainers: [{ ...container({ command: ['sleep', '3600'] }), name: 'prepares' }],
    containers: [sleeps],
  });
  expect(await says(/init container/, 'slow')).toContain('`prepares`');
  expect(await judge(lab, 'kubernetes/pod', { name: 'slow' }, since)).toMatchObject({ underWay: true });
  const readinessProbe = { exec: { command: ['cat', '/nosuch'] }, periodSeconds: 1 };
  await make('probed', { containers: [{ ...sleeps, readinessProbe }] });
  expect(await says(/not taken for ready/, 'probed')).toContain("cat: can't open '/nosuch'");
  const volumes = [{ name: 'v', configMap: { name: 'nosuch' } }];
  const volumeMounts = [{ name: 'v', mountPath: '/v' }];
  await make('mounts', { volumes, containers: [{ ...sleeps, volumeMounts }] });
  expect(await says(/FailedMount/, 'mounts')).toContain('configmap "nosuch" not found');
  await make('crashes', { containers: [container({ command: ['sh', '-c', 'echo no disk in sight; exit 3'] })] });
  expect(await says(/again and again/, 'crashes')).toMatch(/with 3\. Its last line: `no disk in sight`/);
  await make('held', { containers: [sleeps] }, { finalizers: ['example.com/mine'] });
  await says(/^passed/, 'held');
  await run(lab, 'kubectl delete pod held --now --wait=false');
  expect(await says(/finalizer/, 'held')).toContain('`example.com/mine`');
  await run(lab, `kubectl patch pod held --type=merge -p '{"metadata":{"finalizers":null}}'`);
  await run(lab, 'kubectl delete pod slow probed mounts crashes --now --wait=false');
}, 180_000);

test('what the API answered is told, also in a namespace that is none', async () => {
  const told = (pattern: RegExp, name: string, from: number) =>
    ticking(lab, pattern, 'kubernetes/object', { kind: 'ConfigMap', name }, from);
  await lab.world.kubernetes.objects('ConfigMap');
  let from = await lab.world.now();
  const line = (command: string) => run(lab, `${command}; true`);
  await line('kubectl create configmap lost --namespace=nowhere');
  expect(await told(/refused/, 'lost', from)).toContain('namespaces "nowhere" not found');
  from = await lab.world.now();
  await line('kubectl create configmap lost --namespace=default');
  expect(await told(/namespace/, 'lost', from)).toContain('`default`');
  await line('kubectl delete configmap lost -n default');
});

test('a rollout that nobody has begun is no miss', async () => {
  await run(lab, 'kubectl create deployment web --image=nginx');
  const params = { name: 'web', replicas: 2 };
  const from = await found(lab, async () => {
    const [made] = await lab.world.kubernetes.objects('Deployment');
    return made && Date.parse(made.metadata.creationTimestamp ?? '') + 1000;
  });
  await run(lab, `while [ $(date +%s%3N) -le ${from} ]; do :; done`);
  expect(await judge(lab, 'kubernetes/rollout', params, from)).not.toHaveProperty('attempt');
  await run(lab, 'kubectl scale deployment web --replicas=3');
  await ticking(lab, /wants 3 Pods, not 2/, 'kubernetes/rollout', params, from);
  await found(lab, async () => {
    const verdict = await judge(lab, 'kubernetes/rollout', params, from);
    return ('attempt' in verdict && verdict.attempt) || undefined;
  });
  await run(lab, 'kubectl delete deployment web');
}, 60_000);

test('a Pod that somebody else has drained is known to have been evicted', async () => {
  await apply(lab, sleeper('drained'));
  await says(/^passed/, 'drained');
  const { namespace } = lab.world.kubernetes;
  const eviction = JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: 'drained' } });
  await onNode(
    `echo '${eviction}' | KUBECONFIG=/etc/kubernetes/admin.conf kubectl create --raw /api/v1/namespaces/${namespace}/pods/drained/eviction -f -`,
  );
  const gone = await found(lab, async () =>
    lab.world.kubernetes.removed('Pod', since).findLast(({ metadata }) => metadata.name === 'drained'),
  );
  expect(evictionOf(gone)).toContain('EvictionByEvictionAPI');
}, 120_000);
