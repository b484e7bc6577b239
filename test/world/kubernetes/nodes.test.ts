import { expect, test } from 'vitest';
import { apply, openLearner, readyPod, sharedPod } from '../../helpers/kubernetes/learner.ts';

test('processes are found on whichever node a Pod runs', async () => {
  await using lab = await openLearner({ cluster: 'own', nodes: 2 }, `test-nodes-${process.pid}`);
  const nodes = await lab.world.kubernetes.objects('Node');
  const worker = nodes.map(({ metadata }) => metadata.name).find((name) => name.endsWith('-worker'));
  expect(nodes).toHaveLength(2);
  await apply(lab, sharedPod.replace('spec:', `spec:\n  nodeName: ${worker}`));
  const pod = await readyPod(lab, 'nginx');
  expect(pod.node).toBe(worker);
  const processes = await lab.world.kubernetes.processes(pod);
  expect(processes.map(({ args }) => args[0])).toContain('nginx: master process nginx -g daemon off;');
  const [first] = processes;
  expect(first?.pids).toEqual([first?.pid, first?.insidePid]);
}, 240_000);
