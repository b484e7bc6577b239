import { afterAll, beforeAll, expect, test } from 'vitest';
import { did } from '../../../checks/kubernetes/did/check.ts';
import type { KubernetesAction } from '../../../runner/api.ts';
import { told } from '../../helpers/kubernetes/judge.ts';
import { apply, found, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';
import { run, shown, type } from '../../helpers/machine.ts';

let lab: Awaited<ReturnType<typeof openLearner>>;
beforeAll(async () => {
  lab = await openLearner();
  await apply(lab, sharedPod);
  await readyPod(lab, 'nginx');
}, 180_000);
afterAll(() => lab?.remove());

const size = { columns: 100, rows: 30 };
const named = ({ verb, resource, subresource, name }: KubernetesAction): string =>
  [verb, subresource ? `${resource}/${subresource}` : resource, name].filter(Boolean).join(' ');

/** Resolves once an action of this name is heard of. */
const heard = (since: number, name: string): Promise<KubernetesAction> =>
  found(lab, async () => lab.world.kubernetes.actions(since).find((action) => named(action) === name));

test('a manifest that was applied, and what was asked before it', async () => {
  const since = await lab.world.now();
  await run(lab, 'kubectl create configmap one --from-literal=a=b && kubectl delete configmap one');
  await heard(since, 'delete configmaps one');
  // kubectl waits until it is gone, and asks for that.
  const actions = lab.world.kubernetes.actions(since).filter(({ verb }) => verb === 'create' || verb === 'delete');
  expect(actions.map(named)).toEqual(['create configmaps one', 'delete configmaps one']);
  expect(actions).toMatchObject([
    { code: 201, dryRun: false, namespace: lab.world.kubernetes.namespace },
    { code: 200 },
  ]);
});

test('a program that was executed, with its arguments and container, once, when it begins', async () => {
  const since = await lab.world.now();
  await run(lab, 'kubectl exec nginx -c shell -- ps -o pid,args');
  const action = await heard(since, 'get pods/exec nginx');
  expect(action).toMatchObject({ command: ['ps', '-o', 'pid,args'], container: 'shell', code: 101 });
  expect(lab.world.kubernetes.actions(since).map(named)).toEqual(['get pods nginx', 'get pods/exec nginx']);
});

test('who attached and typed before anybody looked at the shell has done it', async () => {
  await apply(lab, sharedPod.replace('name: nginx }', 'name: typed }').replace('[sleep, "3600"]', '[sh]'));
  await readyPod(lab, 'typed');
  const since = await lab.world.now();
  const terminal = await lab.terminal(size, 'hasty');
  const prompted = shown(terminal, '/ # ');
  terminal.write('kubectl attach -it typed -c shell\r');
  await prompted;
  const listed = shown(terminal, '/pause');
  terminal.write('ps\r');
  await listed;
  await heard(since, 'get pods/attach typed');
  const wanted = { pod: 'typed', container: 'shell', program: 'ps' };
  expect(await told(lab, 'kubernetes/did', wanted, since)).toContain('passed');
  terminal.close();
});

test('what was typed in a shell that was open before, and has been left since, was typed; a script is no shell', async () => {
  const opened = await lab.world.now();
  const terminal = await lab.terminal(size, 'left');
  const prompted = shown(terminal, '/ # ');
  terminal.write('kubectl exec -it nginx -c shell -- sh\r');
  await prompted;
  await heard(opened, 'get pods/exec nginx');
  const since = await lab.world.now();
  const params = { pod: 'nginx', container: 'shell', program: 'ps' };
  let kept: unknown;
  const look = async () => {
    const evidence = await did.observe(lab.world, params, { since, signal: AbortSignal.timeout(10_000), kept });
    kept = did.keeps?.(evidence);
    return did.judge(evidence, params).status;
  };
  expect(await look()).toBe('pending');
  await run(lab, "kubectl exec nginx -c shell -- sh -c 'cat /etc/passwd; hostname'");
  expect(await look()).toBe('pending');
  terminal.write('ps; exit\r');
  await found(lab, async () => lab.world.shell.commands(since).find(({ line }) => line.includes('-- sh')));
  expect(await look()).toBe('passed');
  terminal.close();
});

test('an attach is told of while it lasts', async () => {
  const since = await lab.world.now();
  const terminal = await lab.terminal(size);
  terminal.write('kubectl attach -it nginx -c shell\r');
  expect(await heard(since, 'get pods/attach nginx')).toMatchObject({ container: 'shell', command: [] });
  terminal.close();
});

test('what was refused, with what the server said, and a dry run as one', async () => {
  const since = await lab.world.now();
  await run(lab, 'kubectl get pod nothing; kubectl delete pod nginx --dry-run=server');
  expect(await heard(since, 'get pods nothing')).toMatchObject({ code: 404, said: 'pods "nothing" not found' });
  expect(await heard(since, 'delete pods nginx')).toMatchObject({ dryRun: true });
});

test('whatever program asks, and in whosever name', async () => {
  const since = await lab.world.now();
  const { namespace } = lab.world.kubernetes;
  await run(
    lab,
    `token=$(kubectl config view --raw -o 'jsonpath={.users[0].user.token}')
     server=$(kubectl config view -o 'jsonpath={.clusters[0].cluster.server}')
     curl -sk -H "Authorization: Bearer $token" "$server/api/v1/namespaces/${namespace}/secrets"
     kubectl get services --as=somebody`,
  );
  expect(await heard(since, 'list secrets')).toMatchObject({ agent: expect.stringMatching(/^curl/), code: 200 });
  expect(await heard(since, 'list services')).toMatchObject({ code: 403 });
});

test("neither another namespace's objects, nor completion, nor the runner, but what lies in none", async () => {
  const since = await lab.world.now();
  await lab.world.kubernetes.objects('Service');
  const terminal = await lab.terminal(size, 'completing');
  await shown(terminal, '# ');
  const listed = shown(terminal, 'nginx');
  terminal.write('kubectl get pods ngi\t');
  await listed;
  terminal.write('\x15');
  await type(lab, terminal, 'kubectl get pods -n kube-system; kubectl get namespaces');
  terminal.close();
  await heard(since, 'list namespaces');
  expect(lab.world.kubernetes.actions(since).map(named)).toEqual(['list namespaces']);
});
