import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { prepare } from '../../runner/commands/setup/prepare.ts';
import { contextOf, type ExistingContext } from '../../runner/infra/cluster/existing/context.ts';
import { existingClusters } from '../../runner/infra/cluster/existing/existingClusters.ts';
import { type Ledger, ledgerIn } from '../../runner/infra/cluster/existing/ledger.ts';
import { readKubeconfig } from '../../runner/infra/cluster/existing/readKubeconfig.ts';
import type { Clusters } from '../../runner/infra/cluster/model.ts';
import { namespaceReady, nodesReady, servicesReady } from '../../runner/infra/cluster/ready.ts';
import { machinesOn } from '../../runner/infra/machine/machinesOn.ts';
import type { Machines } from '../../runner/infra/machine/model.ts';
import { type Api, openApi } from '../../runner/world/kubernetes/call.ts';
import type { KubernetesObject } from '../../runner/world/kubernetes/model.ts';
import type { Machine } from '../../runner/world/machine/machine.ts';

/** A kind cluster that Seatrial has not made, and the learner's kubeconfig that leads to it. */
export type ForeignCluster = AsyncDisposable & {
  /** kind's name of it. */
  readonly name: string;
  readonly context: string;
  /** Path of the kubeconfig. */
  readonly kubeconfig: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly docker: Awaited<ReturnType<typeof prepare>>['engine']['docker'];
  /** The API as the cluster's administrator. */
  readonly admin: Api;
  readonly ledger: Ledger;
  contextNamed(name: string): Promise<ExistingContext>;
  clusters(context?: ExistingContext): Clusters;
  /** Machines that have their place on this cluster. */
  machines(context?: ExistingContext): Promise<Machines>;
};

/** `apiServer`: arguments of its API server, as kubeadm takes them. */
export async function foreignCluster(
  name: string,
  apiServer: Readonly<Record<string, string>> = {},
): Promise<ForeignCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-foreign-'));
  const kubeconfig = join(folder, 'config');
  const { engine, images, kind } = await prepare({
    images: ['machine', 'busybox'],
    language: 'en',
    env: { ...process.env, SEATRIAL_INSTALL: 'never' },
    stdin: process.stdin,
    stderr: process.stderr,
    root: resolve(import.meta.dirname, '../..'),
    kubernetes: true,
  });
  if (!kind) throw new Error('no kind');
  const make = [
    'create',
    'cluster',
    '--name',
    name,
    '--image',
    kind.image,
    '--kubeconfig',
    kubeconfig,
    '--config',
    '-',
  ];
  const patch = { kind: 'ClusterConfiguration', apiServer: { extraArgs: apiServer } };
  const config = {
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    kubeadmConfigPatches: [JSON.stringify(patch)],
  };
  const removeCluster = () =>
    execa(kind.kind, ['delete', 'cluster', '--name', name, '--kubeconfig', kubeconfig], { env: engine.env });
  const remove = async (): Promise<void> => {
    await removeCluster();
    await rm(folder, { recursive: true, force: true });
  };
  const begin = async (): Promise<Api> => {
    // A run that was killed may have left it.
    await removeCluster();
    await execa(kind.kind, make, { env: engine.env, input: JSON.stringify(config) });
    const api = await openApi(await readFile(kubeconfig, 'utf8'));
    await whole(api);
    return api;
  };
  const env = { ...process.env, ...engine.env, KUBECONFIG: kubeconfig };
  const ledger = ledgerIn(join(folder, 'ledger'));
  const admin = await begin().catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  const context = `kind-${name}`;
  const contextNamed = async (given: string): Promise<ExistingContext> => {
    const found = contextOf(await readKubeconfig(env), given);
    if (!found) throw new Error(`no context ${given}`);
    return found;
  };
  const clusters: ForeignCluster['clusters'] = (given) =>
    existingClusters({ docker: engine.docker, env, ledger, ...(given && { context: given }) });
  return {
    ...{ name, context, kubeconfig, env, docker: engine.docker, admin, ledger, contextNamed, clusters },
    machines: async (given) => {
      const asked = given ?? (await contextNamed(context));
      return machinesOn({ engine, images, clusters: async () => clusters(asked) });
    },
    [Symbol.asyncDispose]: async () => {
      admin.close();
      await remove();
    },
  };
}

/** Resolves once everything that a new cluster makes by itself is there. */
async function whole(admin: Api): Promise<void> {
  const signal = AbortSignal.timeout(180_000);
  const namespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system', 'local-path-storage'];
  await Promise.all([
    nodesReady(admin, 1, signal),
    servicesReady(admin, signal),
    ...namespaces.map((name) => namespaceReady(admin, name, signal)),
  ]);
}

/** A machine with a place on that cluster. */
export const machineThere = async (foreign: ForeignCluster, session: string): Promise<Machine> =>
  (await foreign.machines()).create({ session, lab: 'test', language: 'en', needs: { kubernetes: {} } });

/** Runs a script on the machine as the learner's shell would: what it printed, and its exit code. */
export async function tried(
  machine: Pick<Machine, 'world'>,
  script: string,
): Promise<{ readonly code: number; readonly said: string }> {
  const { exitCode, output } = await machine.world.shell.script(`{ ${script}\n} 2>&1`, {}, 60_000);
  return { code: exitCode, said: output.trim() };
}

type List = { readonly metadata: { readonly resourceVersion: string }; readonly items: readonly KubernetesObject[] };

/** Resolves once there are no namespaces of these names. */
export async function namespacesGone(api: Api, names: readonly string[]): Promise<void> {
  const path = '/api/v1/namespaces';
  const { items, metadata } = await api.call<List>('GET', path);
  const left = new Set(items.map((each) => each.metadata.name).filter((name) => names.includes(name)));
  if (left.size === 0) return;
  const watch = await api.open('GET', `${path}?watch=1&resourceVersion=${metadata.resourceVersion}`);
  for await (const line of createInterface({ input: watch })) {
    const { type, object }: { readonly type: string; readonly object: KubernetesObject } = JSON.parse(line);
    if (type === 'DELETED') left.delete(object.metadata.name);
    if (left.size === 0) break;
  }
  watch.destroy();
}
