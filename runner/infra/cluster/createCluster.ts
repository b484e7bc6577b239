import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { type Api, openApi } from '../../world/kubernetes/call.ts';
import { WorldError } from '../../world/world.ts';
import { adminKubeconfig } from './adminKubeconfig.ts';
import { takeBaseline, writeBaseline } from './baseline/baseline.ts';
import { nodeState, writeNodeState } from './baseline/nodeState.ts';
import { bootstrap } from './bootstrap.ts';
import { kindConfig, nodeFiles, recipeOf } from './config.ts';
import { runKind } from './kindProgram.ts';
import { nodeFolder } from './names.ts';
import { networkKeeper } from './network.ts';
import { writeFiles } from './nodeFiles.ts';
import { nodesOf } from './nodesOf.ts';
import { onNodeMade } from './onNodeMade.ts';
import { preflight } from './preflight.ts';
import { namespaceReady, nodesReady, servicesReady } from './ready.ts';
import { type Complete, madeFile, writeComplete } from './record.ts';
import { removeCluster } from './removeCluster.ts';
import { whyKindFailed } from './whyKindFailed.ts';
import { within } from './within.ts';

/** What clusters are made with. */
export type Maker = {
  readonly docker: Docker;
  /** Path of the program. */
  readonly kind: string;
  /** Reference of the node image on the engine. */
  readonly image: string;
  /** The environment for kind, what leads docker(1) to the engine included. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** kind's name for the cluster that is kept, and what the names of others begin with: `seatrial` unless given. */
  readonly kept?: string;
};

export type Wanted = {
  readonly name: string;
  readonly nodes: number;
  /** Of an own cluster: whose it is. */
  readonly session?: string;
  readonly signal: AbortSignal;
  readonly tell: (message: Message) => void;
};

/** How long the parts of a cluster may take to get ready, in ms. Kubernetes itself gives a node up after 5 minutes. */
const patience = 180_000;

/** Makes a cluster and waits until Pods can be made, names resolve and volumes are there. Leaves nothing where that fails. */
export async function createCluster(maker: Maker, wanted: Wanted): Promise<void> {
  const { docker, image } = maker;
  const { name, nodes, session, signal } = wanted;
  await preflight(docker, nodes);
  const takeNetwork = await networkKeeper(docker);
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-kind-'));
  const files = {
    ...Object.fromEntries(Object.entries(nodeFiles).map(([path, content]) => [`${nodeFolder}/${path}`, content])),
    ...madeFile({ recipe: recipeOf(image, nodes), nodes, by: process.pid, ...(session !== undefined && { session }) }),
  };
  const preparing = await onNodeMade(docker, name, (container) => writeFiles(container, files));
  try {
    await create(maker, wanted, join(folder, 'kubeconfig'));
    await preparing.close();
    await finish(docker, wanted);
  } catch (error) {
    await preparing.close();
    await removeCluster(docker, name);
    await takeNetwork();
    signal.throwIfAborted();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function create(maker: Maker, { name, nodes, signal, tell }: Wanted, kubeconfig: string): Promise<void> {
  const { docker, kind, image, env } = maker;
  // The administrator's way in is in the node as well: this file only keeps kind away from the learner's own.
  const args = ['create', 'cluster', '--name', name, '--image', image, '--config', '-', '--kubeconfig', kubeconfig];
  const onLine = (line: string) => {
    // kind says it twice: when it begins, and with a tick when it is done.
    if (line.includes('Starting control-plane') && !line.includes('✓')) tell(message('cluster.starting'));
  };
  const input = kindConfig(nodes);
  // What kind has begun in its nodes ends with them.
  const end = () => removeCluster(docker, name);
  const ended = await runKind({ kind, env, args, input, onLine, signal }, end);
  signal.throwIfAborted();
  if (ended.code !== 0) throw whyKindFailed(kind, ended);
  tell(message('cluster.waiting'));
}

/** Takes a cluster from what kind leaves, an API server that answers, to one that is whole. */
async function finish(docker: Docker, { name, nodes, signal }: Wanted): Promise<void> {
  const found = await nodesOf(docker, name);
  const control = found.find(({ controlPlane }) => controlPlane);
  if (!control) throw new WorldError(message('cluster.vanished', { cluster: name }));
  const container = docker.getContainer(control.id);
  const { text, authority } = await adminKubeconfig(container, control);
  const admin = await openApi(text);
  try {
    const late = () => new WorldError(message('cluster.not-ready', { cluster: name, seconds: patience / 1000 }));
    const complete = await within(patience, signal, late, async (limit): Promise<Complete> => {
      const [token] = await Promise.all([bootstrap(admin), becomeReady(admin, nodes, limit)]);
      return { authority, token };
    });
    const [untouched, state] = await Promise.all([takeBaseline(admin, signal), nodeState(container)]);
    const [baseline, node] = await Promise.all([writeBaseline(untouched), writeNodeState(state)]);
    await writeComplete(container, complete, { baseline, node });
  } finally {
    admin.close();
  }
}

async function becomeReady(admin: Api, nodes: number, signal: AbortSignal): Promise<void> {
  await Promise.all([
    nodesReady(admin, nodes, signal),
    namespaceReady(admin, 'default', signal),
    servicesReady(admin, signal),
  ]);
}
