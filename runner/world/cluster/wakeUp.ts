import { setTimeout as after } from 'node:timers/promises';
import type Docker from 'dockerode';
import { z } from 'zod';
import { message } from '../../words/message.ts';
import { instant } from '../instant.ts';
import type { Api } from '../kubernetes/call.ts';
import { WorldError } from '../world.ts';
import type { OurCluster } from './findCluster.ts';
import { followAddress } from './followAddress.ts';
import { type Live, openCluster } from './live.ts';
import { nodesOf } from './nodesOf.ts';
import { nodesReady } from './ready.ts';
import { until } from './until.ts';
import { within } from './within.ts';

/** How long a cluster may take until all of its nodes are ready, in ms: what takes longer is sooner made anew. */
const patience = { running: 20_000, awakened: 120_000 };

/**
Opens a cluster of ours once its API answers and its nodes are ready; nodes are started or unpaused where they must be, and
`onWake` is called before, for it takes its time. Rejects where a cluster does not come to that, or is not whole.
*/
export async function wakeUp(
  docker: Docker,
  found: OurCluster,
  onWake: () => void,
  signal: AbortSignal,
): Promise<Live> {
  const { name, nodes, record } = found;
  const { complete } = record;
  const asleep = nodes.filter(({ state }) => state !== 'running');
  if (asleep.length > 0) onWake();
  for (const { id, state } of asleep) {
    const container = docker.getContainer(id);
    await (state === 'paused' ? container.unpause() : container.start());
  }
  // A published port is known of a container that runs.
  const awake = asleep.length > 0 ? await nodesOf(docker, name) : nodes;
  const control = awake.find(({ controlPlane }) => controlPlane);
  const broken = () => new WorldError(message('cluster.broken', { cluster: name }));
  if (!control || !complete || nodes.length < record.made.nodes) throw broken();
  const live = await openCluster(docker, awake, control, { ...record, complete });
  const limit = asleep.length > 0 ? patience.awakened : patience.running;
  const started = asleep.filter(({ state }) => state !== 'paused').map(({ id }) => id);
  try {
    await within(limit, signal, broken, async (limited) => {
      if (started.length > 0) {
        await followAddress(docker, started);
        await answers(live.api, limited);
        await beat(docker, live.api, started, limited);
      }
      await nodesReady(live.api, nodes.length, limited);
    });
    return live;
  } catch (error) {
    live.api.close();
    throw error;
  }
}

/** Resolves once the API server answers. One that starts tells nobody, so it is asked until then. */
async function answers(api: Api, signal: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await api.open('GET', '/readyz', { signal, patience: 1000 }).catch(() => undefined);
    signal.throwIfAborted();
    if (answer) return void answer.destroy();
    await after(100, undefined, { signal });
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
