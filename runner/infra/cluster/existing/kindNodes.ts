import type Docker from 'dockerode';
import { z } from 'zod';
import { type Api, Refused } from '../../../world/kubernetes/call.ts';
import type { KubernetesObject } from '../../../world/kubernetes/model.ts';
import { type NodeContainer, nodesOf } from '../nodesOf.ts';

const spec = z.object({ providerID: z.string().regex(/^kind:\/\/docker\/[^/]+\/[^/]+$/) });

/**
The containers of a cluster that kind has made on this engine; undefined where it is not one. A context's name proves
nothing: the nodes must say so, and the engine must publish the API of that very cluster at the server's port.
*/
export async function kindNodes(api: Api, docker: Docker): Promise<readonly NodeContainer[] | undefined> {
  const clusters = new Set((await nodesIn(api)).map(clusterOf));
  const [cluster] = clusters;
  if (clusters.size !== 1 || cluster === undefined) return undefined;
  const containers = await nodesOf(docker, cluster);
  const port = Number(new URL(api.server).port);
  return containers.some((each) => each.controlPlane && each.port === port) ? containers : undefined;
}

const clusterOf = (node: KubernetesObject): string | undefined =>
  spec.safeParse(node.spec).data?.providerID.split('/')[3];

/** None where the caller may not look at nodes. */
async function nodesIn(api: Api): Promise<readonly KubernetesObject[]> {
  try {
    return (await api.call<{ readonly items: readonly KubernetesObject[] }>('GET', '/api/v1/nodes')).items;
  } catch (error) {
    if (error instanceof Refused && error.status === 403) return [];
    throw error;
  }
}
