import { expect, test } from 'vitest';
import { clusterMachines, found, openLearner, ready } from '../../helpers/kubernetes/learner.ts';
import { run, shown, type } from '../../helpers/machine.ts';

const docker = ready.engine.docker;
const size = { columns: 100, rows: 30 };

test('a lab that needs both has an engine and a place in a cluster', async () => {
  const machine = await clusterMachines.create({
    session: `test-both-${process.pid}`,
    lab: 'test',
    language: 'en',
    needs: { docker: {}, kubernetes: { node: true } },
  });
  try {
    await machine.load(['busybox']);
    const since = await machine.world.now();
    await run(machine, 'docker run -d --name here busybox sleep 1000');
    await run(machine, 'kubectl run there --image=busybox --image-pull-policy=IfNotPresent -- sleep 1000');
    expect((await machine.world.docker.containers()).map(({ name }) => name)).toEqual(['here']);
    const action = () => machine.world.kubernetes.actions(since).find(({ verb }) => verb === 'create');
    expect(await found(machine, async () => action())).toMatchObject({ resource: 'pods', name: 'there' });
    expect((await machine.world.kubernetes.pods()).map(({ name }) => name)).toEqual(['there']);
    // Its engine wants processes of its own; the computer's are shown all the same.
    expect(await run(machine, 'cat /proc/1/comm; test -e /host/proc/1/status && echo shown')).toBe('init\nshown');
  } finally {
    await machine.remove();
  }
}, 180_000);

test('a machine beside a node can be stopped and entered again, and speaks as before', async () => {
  await using lab = await openLearner({ node: true }, `test-again-${process.pid}`);
  await run(lab, 'echo kept > /root/note');
  const record = (await clusterMachines.list()).find(({ id }) => id === lab.id);
  if (!record) throw new Error('the machine is not listed');
  await lab.detach();
  await docker.getContainer(lab.id).stop({ t: 1 });
  const again = await clusterMachines.enter(record);
  const terminal = await again.terminal(size);
  await shown(terminal, 'root@lab');
  const since = await again.world.now();
  await type(again, terminal, 'cat note && kubectl get pods');
  expect(again.world.shell.commands(since)).toMatchObject([{ line: 'cat note && kubectl get pods', exitCode: 0 }]);
  expect(await run(again, 'ps -o comm= -p 1')).toBe('systemd');
  terminal.close();
  await again.detach();
}, 180_000);

test('its kubeconfig leads into the namespace of the session, and what is left of it is nothing', async () => {
  const lab = await openLearner({}, `test-left-${process.pid}`);
  const { namespace } = lab.world.kubernetes;
  expect(await run(lab, "kubectl config view --minify -o 'jsonpath={..namespace}'")).toBe(namespace);
  await lab.remove();
  await expect(docker.getContainer(lab.id).inspect()).rejects.toMatchObject({ statusCode: 404 });
}, 180_000);
