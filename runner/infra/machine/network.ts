import type Docker from 'dockerode';
import { listMachines } from './listMachines.ts';
import { freeRanges, readRoutes } from './ranges.ts';

/** The network that machines stand on, where they do not stand beside a cluster. */
export const machineNetwork = 'seatrial-machines';

const label = 'seatrial.kind=machine-network';

const found = async (docker: Docker) =>
  (await docker.listNetworks({ filters: { label: [label] } })).find(({ Name }) => Name === machineNetwork);

/**
Makes sure that the machines' network is there, and resolves with its ID: in a range in which neither the computer nor the engine inside a machine has a network, and
on which machines do not reach each other. `image`: a machine's, which knows how to look at the computer's routes.
*/
export async function ensureNetwork(docker: Docker, image: string): Promise<string> {
  const there = await found(docker);
  if (there) return there.Id;
  const { taken, mtu } = readRoutes(await routesOf(docker, image));
  const networks = await docker.listNetworks();
  const given = networks.flatMap(({ IPAM }) => (IPAM?.Config ?? []).flatMap(({ Subnet }) => Subnet ?? []));
  let refusal: unknown;
  for (const range of freeRanges([...taken, ...given])) {
    try {
      return (await make(docker, range, mtu)).id;
    } catch (error) {
      // Somebody else was faster, by the same range; or the engine knows why not this one, and takes the next.
      const other = await found(docker);
      if (other) return other.Id;
      refusal = error;
    }
  }
  throw refusal ?? new Error(`No range is free for the network ${machineNetwork}.`);
}

const make = (docker: Docker, range: string, mtu: number | undefined) =>
  docker.createNetwork({
    Name: machineNetwork,
    CheckDuplicate: true,
    Driver: 'bridge',
    IPAM: { Config: [{ Subnet: range }] },
    Options: {
      'com.docker.network.bridge.enable_icc': 'false',
      ...(mtu !== undefined && { 'com.docker.network.driver.mtu': String(mtu) }),
    },
    Labels: Object.fromEntries([label.split('=')]),
  });

/** Has a machine that was stopped stand on the network that is there now: somebody may have removed the one that it stood on. */
export async function standAgain(docker: Docker, image: string, machine: Docker.ContainerInspectInfo): Promise<void> {
  const stood = machine.NetworkSettings.Networks[machineNetwork];
  if (!stood) return;
  const id = await ensureNetwork(docker, image);
  if (id !== stood.NetworkID) await docker.getNetwork(id).connect({ Container: machine.Id });
}

/** What the computer that the engine runs on says of its routes: it may be another than this one. */
export async function routesOf(docker: Docker, image: string): Promise<string> {
  const beside = await docker.createContainer({
    Image: image,
    Entrypoint: ['sh', '-c', 'ip -color=never -4 route show table all; ip -color=never -o link'],
    Tty: true,
    HostConfig: { NetworkMode: 'host', LogConfig: { Type: 'json-file', Config: {} } },
  });
  try {
    await beside.start();
    await beside.wait();
    return (await beside.logs({ stdout: true })).toString();
  } finally {
    await beside.remove({ force: true, v: true });
  }
}

/** Removes the machines' network where no machine is left, also none that is stopped. Resolves with its name if it was there. */
export async function removeNetwork(docker: Docker): Promise<string | undefined> {
  const network = await found(docker);
  if (!network || (await listMachines(docker)).length > 0) return undefined;
  // 403: somebody has come onto it (Engine API, `DELETE /networks/{id}`).
  return docker
    .getNetwork(network.Id)
    .remove()
    .then(
      () => network.Name,
      () => undefined,
    );
}
