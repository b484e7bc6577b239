import type Docker from 'dockerode';
import { kindNetwork } from '../../world/kubernetes/cluster.ts';

const idOf = async (docker: Docker): Promise<string | undefined> =>
  (await docker.listNetworks({ filters: { name: [kindNetwork] } })).find(({ Name }) => Name === kindNetwork)?.Id;

/** What takes kind's network away again, unless it was there before or somebody is on it. */
export async function networkKeeper(docker: Docker): Promise<() => Promise<void>> {
  const before = await idOf(docker);
  return async () => {
    const now = await idOf(docker);
    if (before !== undefined || now === undefined) return;
    // 403: somebody has come onto it (Engine API, `DELETE /networks/{id}`); then it is not ours to take away.
    await docker
      .getNetwork(now)
      .remove()
      .catch(() => undefined);
  };
}
