import type Docker from 'dockerode';
import { message } from '../../words/message.ts';
import type { ClusterSession } from '../../world/kubernetes/cluster.ts';
import { WorldError } from '../../world/world.ts';

type Given = {
  readonly host: Docker;
  /** Id of its container. */
  readonly id: string;
  readonly name: string;
  /** The cluster that it stands beside. */
  readonly beside?: Pick<ClusterSession, 'cluster' | 'nodes'>;
};

/**
What to say about a machine that has ended: it was stopped and can go on, or it is no more. One that is among the processes of a
node ends with that node, which is then what was stopped or removed.
*/
export async function whyMachineGone({ host, id, name, beside }: Given): Promise<WorldError> {
  const cluster = beside?.cluster ?? '';
  const nodes = await Promise.all((beside?.nodes ?? []).map(({ container }) => become(host, container)));
  const code = 'cluster-gone';
  if (nodes.includes('gone')) return new WorldError(message('cluster.removed', { cluster }), { code });
  const own = await become(host, id);
  if (own === 'gone')
    return new WorldError(message('world.machine-removed', { machine: name }), { code: 'machine-gone' });
  if (nodes.includes('ended')) return new WorldError(message('cluster.stopped', { cluster }), { code });
  return new WorldError(message('world.machine-stopped', { machine: name }));
}

async function become(host: Docker, id: string): Promise<'there' | 'ended' | 'gone'> {
  const found = await host
    .getContainer(id)
    .inspect()
    .catch(() => undefined);
  if (found === undefined || ['removing', 'dead'].includes(found.State.Status)) return 'gone';
  return found.State.Running ? 'there' : 'ended';
}
