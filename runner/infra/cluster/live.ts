import type Docker from 'dockerode';
import { type Api, openApi } from '../../world/kubernetes/call.ts';
import { serverOf } from './adminKubeconfig.ts';
import { kubeconfigText } from './kubeconfig.ts';
import { home, runnerName } from './names.ts';
import type { NodeContainer } from './nodesOf.ts';
import type { ClusterRecord, Complete } from './record.ts';

/** A cluster that is whole, with the runner's way in. */
export type OpenCluster = {
  readonly name: string;
  readonly nodes: readonly NodeContainer[];
  readonly control: Docker.Container;
  readonly record: ClusterRecord & { readonly complete: Complete };
  /** The runner's. */
  readonly kubeconfig: string;
  readonly api: Api;
};

/** Opens a cluster by what is written in its control plane. */
export async function openCluster(
  docker: Docker,
  nodes: readonly NodeContainer[],
  control: NodeContainer,
  record: OpenCluster['record'],
): Promise<OpenCluster> {
  const kubeconfig = kubeconfigText({
    cluster: control.cluster,
    server: serverOf(control),
    authority: record.complete.authority,
    user: runnerName,
    token: record.complete.token,
    namespace: home,
  });
  return {
    name: control.cluster,
    nodes,
    control: docker.getContainer(control.id),
    record,
    kubeconfig,
    api: await openApi(kubeconfig),
  };
}
