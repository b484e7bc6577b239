import type Docker from 'dockerode';
import { z } from 'zod';
import { message } from '../../words/message.ts';
import { instant } from '../../world/instant.ts';
import type { Api } from '../../world/kubernetes/call.ts';
import { kindNetwork } from '../../world/kubernetes/cluster.ts';
import { statusOf } from '../../world/statusOf.ts';
import { WorldError } from '../../world/world.ts';
import type { OurCluster } from './findCluster.ts';
import { followAddress, hasMoved } from './followAddress.ts';
import { type OpenCluster, openCluster } from './live.ts';
import { mendNode } from './mend.ts';
import { type NodeContainer, nodesOf } from './nodesOf.ts';
import { answers, onceAnswered } from './onceAnswered.ts';
import { controlPlaneReady, nodesReady } from './ready.ts';
import { startOrUnpause } from './startOrUnpause.ts';
import { until } from './until.ts';
import { within } from './within.ts';

/** How long a cluster may take until all of its nodes are ready, in ms: what takes longer is sooner made anew. */
const patience = { running: 20_000, awakened: 120_000 };

/**
Opens a cluster of ours once its API answers and its nodes are ready; nodes are started, unpaused or put back onto their network
where they must be, and `onWake` is called before, for it takes its time. Of a cluster that sessions share, what was changed or
stopped on the control plane is put right, too: `mended` says what. Rejects with `cluster.broken` where a cluster does not come to that, or is
not whole; as its API does where that lets the runner in no more.
*/
export async function bringUp(
  docker: Docker,
  found: OurCluster,
  onWake: (why: 'asleep' | 'off-network') => void,
  signal: AbortSignal,
): Promise<OpenCluster & { readonly mended: readonly string[] }> {
  const broken = (cause?: unknown) =>
    new WorldError(message('cluster.broken', { cluster: found.name }), { code: 'broken', cause });
  const asleep = found.nodes.filter(({ state }) => state !== 'running');
  const strays = found.nodes.filter(({ state, onNetwork }) => state === 'running' && !onNetwork);
  if (asleep.length + strays.length > 0) onWake(asleep.length > 0 ? 'asleep' : 'off-network');
  try {
    const begunAnew = await putBack(docker, strays);
    const started = [...asleep, ...begunAnew];
    for (const node of started) await startOrUnpause(docker, node);
    return await ready(docker, found, { asleep: started, strays }, broken, signal);
  } catch (error) {
    // What an engine refuses of a node it refuses again, as where its port is another's by now.
    throw statusOf(error) === undefined ? error : broken(error);
  }
}

/**
Puts nodes back onto their network. One that has been given another address there has parts that go on speaking from the old one, so
it is stopped: those are returned, to be begun anew.
*/
async function putBack(docker: Docker, strays: readonly NodeContainer[]): Promise<readonly NodeContainer[]> {
  const stopped: NodeContainer[] = [];
  for (const node of strays) {
    await docker.getNetwork(kindNetwork).connect({ Container: node.id });
    if (!(await hasMoved(docker, node.id))) continue;
    await docker.getContainer(node.id).stop();
    stopped.push({ ...node, state: 'exited' });
  }
  return stopped;
}

async function ready(
  docker: Docker,
  { name, nodes, record }: OurCluster,
  { asleep, strays }: { readonly asleep: readonly NodeContainer[]; readonly strays: readonly NodeContainer[] },
  broken: () => WorldError,
  signal: AbortSignal,
): Promise<OpenCluster & { readonly mended: readonly string[] }> {
  const { complete } = record;
  // A published port is known of a container that runs and is on its network.
  const awake = asleep.length + strays.length > 0 ? await nodesOf(docker, name) : nodes;
  const control = awake.find(({ controlPlane }) => controlPlane);
  if (!control || control.port === undefined || !complete || nodes.length < record.made.nodes) throw broken();
  const live = await openCluster(docker, awake, control, { ...record, complete });
  const started = asleep.filter(({ state }) => state !== 'paused').map(({ id }) => id);
  const moved = [...started, ...strays.map(({ id }) => id)];
  try {
    if (moved.length > 0) await followAddress(docker, moved);
    // What a session does to a cluster of its own is its business.
    const mended = record.made.session === undefined ? await mendNode(docker, control, record, started.length > 0) : [];
    const isAsUsual = asleep.length + strays.length + mended.length === 0;
    await within(isAsUsual ? patience.running : patience.awakened, signal, broken, async (limited) => {
      if (moved.length > 0) await answers(live.api, limited);
      await onceAnswered(live.api, limited, async () => {
        if (started.length > 0) await beat(docker, live.api, started, limited);
        await nodesReady(live.api, nodes.length, limited);
        if (mended.length > 0) await controlPlaneReady(live.api, limited);
      });
    });
    return { ...live, mended };
  } catch (error) {
    live.api.close();
    throw error;
  }
}

const renewed = z.object({ renewTime: z.string() });

/**
Resolves once every node has told that it lives since these containers were started: until then the API server has what it
knew when they were stopped.
*/
async function beat(docker: Docker, api: Api, containers: readonly string[], signal: AbortSignal): Promise<void> {
  const states = await Promise.all(containers.map((id) => docker.getContainer(id).inspect()));
  const starts = new Map(states.map(({ Name, State }) => [Name.replace(/^\//, ''), instant(State.StartedAt)]));
  await until(
    api,
    '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases',
    (leases) =>
      [...starts].every(([node, start]) =>
        leases.some(({ metadata, spec }) => {
          const renewTime = renewed.safeParse(spec).data?.renewTime;
          return metadata.name === node && renewTime !== undefined && instant(renewTime) > start;
        }),
      ),
    signal,
  );
}
