import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KubernetesObject } from '../../../runner/world/kubernetes/model.ts';
import { root } from '../../commands/seatrial.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { type ForeignCluster, foreignCluster, namespacesGone } from '../../helpers/foreignCluster.ts';
import type { TestTerminal } from '../../helpers/terminal.ts';
import { newcomer } from '../../journey/newcomer.ts';

let foreign: ForeignCluster;

beforeAll(async () => {
  foreign = await foreignCluster('foreign-journey');
}, 240_000);

afterAll(() => foreign?.[Symbol.asyncDispose](), 120_000);

const lab = `${root}/test/fixtures/labs/two-of-a-kind`;
const size = { columns: 120, rows: 40 };

const namespaces = async (): Promise<readonly string[]> => {
  const { items } = await foreign.admin.call<{ items: readonly KubernetesObject[] }>('GET', '/api/v1/namespaces');
  return items.map(({ metadata }) => metadata.name).filter((name) => name.startsWith('lab-'));
};

const atPrompt = (screen: TestTerminal) => screen.wait(/root@\S+:\S+# *$/m, 60_000);

test('a learner agrees once, works there, goes on there without being asked, and leaves nothing', async () => {
  await using learner = await newcomer({ KUBECONFIG: foreign.kubeconfig });
  const asked = ['run', lab, '--trust', '--context', foreign.context];

  await using refused = await learner.run(asked, size);
  await refused.wait('May Seatrial do that on this cluster?', 30_000);
  expect(refused.screen()).toContain(`It is the kind cluster "${foreign.name}" on your Docker engine`);
  refused.keys('enter');
  expect(await refused.exit).toMatchObject({ exitCode: 1 });
  expect(await namespaces()).toEqual([]);

  await using screen = await learner.run(asked, size);
  await screen.wait('May Seatrial do that on this cluster?', 30_000);
  screen.keys('y', 'enter');
  await atPrompt(screen);
  const [namespace = '', access = ''] = (await namespaces()).toSorted();
  expect(access).toBe(`${namespace}-access`);
  screen.keys('kubectl create deployment web --image=busybox --replicas=2 -- sleep 100000', 'enter');
  await screen.wait('spec.replicas', 30_000);
  screen.keys('leave keep', 'enter');
  expect(await screen.exit).toMatchObject({ exitCode: 1 });

  // Where it was begun, without its context being named again.
  await using again = await learner.run(['run', lab, '--trust'], size);
  await again.wait('0 of 2 steps', 30_000);
  again.keys('enter');
  await atPrompt(again);
  expect((await namespaces()).toSorted()).toEqual([namespace, access]);
  again.keys('kubectl get deployment web -o name', 'enter');
  await again.wait('deployment.apps/web', 30_000);
  again.keys('leave remove', 'enter');
  expect(await again.exit).toMatchObject({ exitCode: 1 });
  await namespacesGone(foreign.admin, [namespace, access]);
}, 240_000);

test('a lab that was begun on one cluster is not continued on another', async () => {
  await using folder = await temporaryFolder();
  const { name, docker, context, kubeconfig } = foreign;
  const { NetworkSettings } = await docker.getContainer(`${name}-control-plane`).inspect();
  const { server, ...known } = await foreign.contextNamed(context);
  const other = join(folder.path, 'other');
  const direct = `https://${NetworkSettings.Networks.kind?.IPAddress}:6443`;
  writeFileSync(other, known.kubeconfig.replaceAll(server, direct).replaceAll(`"${context}"`, '"direct"'));

  await using learner = await newcomer({ KUBECONFIG: `${kubeconfig}:${other}` });
  const on = (named: string) => ['run', lab, '--trust', '--trust-cluster', '--context', named];
  await using screen = await learner.run(on(context), size);
  await atPrompt(screen);
  screen.keys('leave keep', 'enter');
  expect(await screen.exit).toMatchObject({ exitCode: 1 });
  await using there = await learner.run(on('direct'), size);
  await there.wait('0 of 2 steps', 30_000);
  there.keys('enter');
  expect(await there.exit).toMatchObject({ exitCode: 2 });
  expect(there.screen().replace(/\s+/g, ' ')).toContain(
    `two-of-a-kind\` on "${context}", so it cannot be continued on "direct"`,
  );
}, 240_000);
