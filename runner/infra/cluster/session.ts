import type Docker from 'dockerode';
import { nobody } from '../../world/kubernetes/actions.ts';
import { type ClusterSession, kindNetwork } from '../../world/kubernetes/cluster.ts';
import { loadImages } from './images.ts';
import { keepPlace } from './keeper.ts';
import { kubeconfigText } from './kubeconfig.ts';
import type { OpenCluster } from './live.ts';
import { lookOut } from './lookOut.ts';
import { auditLog, userOf } from './names.ts';
import { removePlace, type SessionAccount } from './place.ts';
import { removeCluster } from './removeCluster.ts';
import { giveToken } from './renewToken.ts';

/** Puts together what a session has of a cluster; what it is told of the cluster's end begins here. */
export async function clusterSession(
  docker: Docker,
  live: OpenCluster,
  place: SessionAccount,
  session: string,
): Promise<ClusterSession> {
  const { name, nodes, record, api } = live;
  const { namespace } = place;
  const { gone, close: lookAway } = await lookOut(docker, name);
  const keeper = keepPlace({ api, session, namespace, onToken: (token) => giveToken(docker, session, token) });
  const close = async (): Promise<void> => {
    lookAway();
    await keeper.close();
  };
  const detach = async (): Promise<void> => {
    await close();
    api.close();
  };
  const access = {
    ...{ cluster: name, server: `https://${name}-control-plane:6443`, authority: record.complete.authority },
    ...{ user: 'learner', token: place.token, namespace },
  };
  return {
    cluster: name,
    namespace,
    user: userOf(namespace),
    kubeconfig: kubeconfigText(access),
    scriptKubeconfig: kubeconfigText({ ...access, as: nobody }),
    ownKubeconfig: live.kubeconfig,
    nodes: nodes.map(({ name, id }) => ({ name, container: id })),
    network: kindNetwork,
    auditLog,
    load: (images) =>
      loadImages(
        docker,
        nodes.map(({ name, id }) => ({ name, container: id })),
        images,
      ),
    trouble: keeper.trouble,
    gone,
    detach,
    remove: async () => {
      // The end that is wanted is not to be told as one that befalls the learner.
      await close();
      if (record.made.session !== undefined) await removeCluster(docker, name);
      else await removePlace(api, namespace);
      api.close();
    },
  };
}
