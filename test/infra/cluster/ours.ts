import { resolve } from 'node:path';
import { prepare } from '../../../runner/commands/setup/prepare.ts';
import { clusters } from '../../../runner/infra/cluster/clusters.ts';
import type { Clusters } from '../../../runner/infra/cluster/model.ts';
import { removeCluster } from '../../../runner/infra/cluster/removeCluster.ts';
import { runIn } from '../../../runner/infra/cluster/runIn.ts';
import { withLock } from '../../../runner/infra/lock.ts';
import type { Message } from '../../../runner/words/message.ts';
import { say } from '../../../runner/words/say.ts';
import { type Api, openApi } from '../../../runner/world/kubernetes/call.ts';
import type { ClusterNeeds, ClusterSession } from '../../../runner/world/kubernetes/cluster.ts';

const { engine, images, kind } = await prepare({
  images: ['busybox'],
  kubernetes: true,
  language: 'en',
  env: { ...process.env, SEATRIAL_INSTALL: 'never' },
  stdin: process.stdin,
  stderr: process.stderr,
  root: resolve(import.meta.dirname, '../../..'),
});
if (!kind) throw new Error('set-up has made no clusters possible');

export const { docker } = engine;
export const maker = { docker, ...kind, env: { ...process.env, ...engine.env } };
export const busybox = images.get('busybox') ?? '';

/** Clusters whose kept one is called otherwise than the learner's, so that it may be stopped, spoiled and broken. */
export const clustersNamed = (kept: string, env: NodeJS.ProcessEnv = maker.env): Clusters =>
  clusters({ ...maker, env, withLock, kept });

export const removed = (name: string): Promise<void> => removeCluster(docker, name);

type Opened = ClusterSession & {
  /** What was said while it was opened. */
  readonly told: readonly string[];
  /** The API as the learner. */
  readonly learner: Api;
};

/** A session's place. `await using` removes it at the end. */
export async function open(
  given: Clusters,
  session: string,
  needs: ClusterNeeds = {},
): Promise<Opened & AsyncDisposable> {
  const told: string[] = [];
  const tell = (message: Message) => told.push(say('en', message));
  const { signal } = new AbortController();
  const place = await given.open({ session, lab: 'test', needs, signal, tell });
  const learner = await asLearner(place);
  const remove = async () => {
    learner.close();
    await place.remove();
  };
  return { ...place, told, learner, remove, [Symbol.asyncDispose]: remove };
}

/** The learner's kubeconfig is for a machine beside the node: this one leads to the same server from here. */
export function asLearner({ kubeconfig, ownKubeconfig }: ClusterSession): Promise<Api> {
  const server = /server: (\S+)/.exec(ownKubeconfig)?.[1] ?? '';
  return openApi(kubeconfig.replace(/server: \S+/, `server: ${server}`));
}

/** Runs a command on the control plane; what it printed. */
export async function onNode({ nodes }: Pick<ClusterSession, 'nodes'>, script: string): Promise<string> {
  const { output } = await runIn(docker.getContainer(nodes[0]?.container ?? ''), ['sh', '-c', script]);
  return output.trim();
}

export type Named = { readonly metadata: { readonly name: string; readonly uid: string } };
export type Many = { readonly items: readonly Named[] };

export const names = ({ items }: Many): readonly string[] => items.map(({ metadata }) => metadata.name);
