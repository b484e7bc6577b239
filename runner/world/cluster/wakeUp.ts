import type Docker from 'dockerode';
import { z } from 'zod';
import { message } from '../../words/message.ts';
import { instant } from '../instant.ts';
import type { Api } from '../kubernetes/call.ts';
import { statusOf } from '../statusOf.ts';
import { WorldError } from '../world.ts';
import type { OurCluster } from './findCluster.ts';
import { followAddress } from './followAddress.ts';
import { type Live, openCluster } from './live.ts';
import { type NodeContainer, nodesOf } from './nodesOf.ts';
import { answers, onceAnswered } from './onceAnswered.ts';
import { nodesReady } from './ready.ts';
import { rouse } from './rouse.ts';
import { until } from './until.ts';
import { within } from './within.ts';

/** How long a cluster may take until all of its nodes are ready, in ms: what takes longer is sooner made anew. */
const patience = { running: 20_000, awakened: 120_000 };

/**
Opens a cluster of ours once its API answers and its nodes are ready; nodes are started or unpaused where they must be, and
`onWake` is called before, for it takes its time. Rejects with `cluster.broken` where a cluster does not come to that, or is
not whole; as its API does where that lets the runner in no more.
*/
export async function wakeUp(
  docker: Docker,
  found: OurCluster,
  onWake: () => void,
  signal: AbortSignal,
): Promise<Live> {
  const broken = (cause?: unknown) =>
    new WorldError(message('cluster.broken', { cluster: found.name }), { code: 'broken', cause });
  const asleep = found.nodes.filter(({ state }) => state !== 'running');
  if (asleep.length > 0) onWake();
  try {
    for (const node of asleep) await rouse(docker, node);
    return await ready(docker, found, asleep, broken, signal);
  } catch (error) {
    // What an engine refuses of a node it refuses again, as where its port is another's by now.
    throw statusOf(error) === undefined ? error : broken(error);
  }
}

async function ready(
  docker: Docker,
  { name, nodes, record }: OurCluster,
  asleep: readonly NodeContainer[],
  broken: () => WorldError,
  signal: AbortSignal,
): Promise<Live> {
  const { complete } = record;
  // A published port is known of a container that runs.
  const awake = asleep.length > 0 ? await nodesOf(docker, name) : nodes;
  const control = awake.find(({ controlPlane }) => controlPlane);
  if (!control || !complete || nodes.length < record.made.nodes) throw broken();
  const live = await openCluster(docker, awake, control, { ...record, complete });
  const limit = asleep.length > 0 ? patience.awakened : patience.running;
  const started = asleep.filter(({ state }) => state !== 'paused').map(({ id }) => id);
  try {
    await within(limit, signal, broken, async (limited) => {
      if (started.length > 0) {
        await followAddress(docker, started);
        await answers(live.api, limited);
      }
      await onceAnswered(live.api, limited, async () => {
        if (started.length > 0) await beat(docker, live.api, started, limited);
        await nodesReady(live.api, nodes.length, limited);
      });
    });
    return live;
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
