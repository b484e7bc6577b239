import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptClusters } from '../../../runner/commands/keptClusters.ts';
import { writeFiles } from '../../../runner/infra/cluster/nodeFiles.ts';
import { nodesOf } from '../../../runner/infra/cluster/nodesOf.ts';
import { madeFile } from '../../../runner/infra/cluster/record.ts';
import { newcomer } from '../../journey/newcomer.ts';
import { ownEngine } from '../../journey/ownEngine.ts';
import { docker, maker } from './ours.ts';

const prefix = 'seatrial-clean';

/** What kind would make as a control plane of this cluster, and ours if marked; it need not run to be found. */
async function node(cluster: string, made?: Parameters<typeof madeFile>[0]) {
  const labels = { 'io.x-k8s.kind.cluster': cluster, 'io.x-k8s.kind.role': 'control-plane' };
  const name = `${cluster}-control-plane`;
  // A run that was killed has left it.
  await docker
    .getContainer(name)
    .remove({ force: true, v: true })
    .catch(() => undefined);
  const container = await docker.createContainer({ name, Image: maker.image, Labels: labels });
  if (made) await writeFiles(container, madeFile(made));
  const remove = () => container.remove({ force: true, v: true }).catch(() => undefined);
  return { [Symbol.asyncDispose]: async () => void (await remove()) };
}

test('clean asks, and removes the clusters of ours that nobody uses or makes, and no others', async () => {
  await using learner = await newcomer();
  const isOfTest = (labels: Readonly<Record<string, string>>) =>
    labels['io.x-k8s.kind.cluster']?.startsWith(prefix) ?? false;
  await using engine = await ownEngine(() => [], isOfTest);
  const env = { DOCKER_HOST: engine.host };
  const made = { recipe: 'any', nodes: 1 };
  await using _kept = await node(prefix, made);
  await using _own = await node(`${prefix}-left`, { ...made, session: 'left', by: 4194305 });
  await using _making = await node(`${prefix}-making`, { ...made, session: 'making', by: process.pid });
  await using _theirs = await node(`${prefix}-theirs`);
  const stamp = join(learner.state, 'kept-cluster');
  mkdirSync(learner.state, { recursive: true });
  writeFileSync(stamp, '');
  const fiveDaysAgo = Date.now() / 1000 - 5 * 24 * 3600;
  utimesSync(stamp, fiveDaysAgo, fiveDaysAgo);

  await using home = await learner.run([], { columns: 120 });
  await home.wait('was not used for 5 days');

  const inDoctor = async (days: number) =>
    (await keptClusters({ docker }, Date.now() + days * 24 * 3600_000)).filter(({ id }) => id.includes(prefix));
  expect(await inDoctor(0)).toMatchObject([{ id: `cluster:${prefix}`, status: 'ok' }]);
  expect(await inDoctor(5)).toMatchObject([
    { status: 'warning', detail: { id: 'cluster.unused', values: { days: 5 } } },
  ]);

  await using asked = await learner.run(['clean'], { env, columns: 120 });
  await asked.wait('Remove these 2 clusters?');
  expect(asked.screen()).toContain(`the cluster ${prefix} with 1 node, last used today`);
  asked.keys('n', 'enter');
  expect((await asked.exit).exitCode).toBe(1);

  const said = await learner.pipe(['clean', '--yes'], env);
  expect(said).toMatchObject({ exitCode: 0, stderr: '' });
  expect(said.stdout.split('\n')).toEqual([
    `The cluster ${prefix}-making stays: a lab is open on it.`,
    `Removed the cluster ${prefix}.`,
    `Removed the cluster ${prefix}-left.`,
  ]);
  const left = (await nodesOf(docker)).map(({ cluster }) => cluster).filter((name) => name.startsWith(prefix));
  expect(left.toSorted()).toEqual([`${prefix}-making`, `${prefix}-theirs`]);
});
