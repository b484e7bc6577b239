import type { ObjectParams } from './check.ts';

type Flag = { readonly right: string; readonly wrong?: string };

type Kind = ObjectParams['kind'];
type Made = (value: string) => Flag;

const option =
  (flag: string, other?: string): Made =>
  (value) => ({
    right: `${flag} '${value}'`,
    ...(other !== undefined && value !== other && { wrong: `${flag} '${other}'` }),
  });
const onOff =
  (flag: string): Made =>
  (value) =>
    value === 'true' ? { right: flag } : { right: `${flag}=false`, wrong: flag };

/** By which option a client gives what stands at a path of an inspect: "docker container run", "docker network create" … in Docker's reference. */
const options: Readonly<Record<Kind, Readonly<Record<string, Made>>>> = {
  container: {
    'HostConfig.Memory': option('--memory', '32m'),
    'HostConfig.NanoCpus': (value) => ({ right: `--cpus ${Number(value) / 1e9}`, wrong: '--cpus 0.01' }),
    'HostConfig.PidsLimit': option('--pids-limit', '99'),
    'HostConfig.RestartPolicy.Name': option('--restart', 'on-failure'),
    'HostConfig.CapAdd': option('--cap-add', 'NET_ADMIN'),
    'HostConfig.CapDrop': option('--cap-drop', 'CHOWN'),
    'HostConfig.NetworkMode': option('--network', 'none'),
    'HostConfig.Privileged': onOff('--privileged'),
    'HostConfig.ReadonlyRootfs': onOff('--read-only'),
    'HostConfig.AutoRemove': onOff('--rm'),
    'Config.Env': option('--env', 'OTHER=1'),
    'Config.Hostname': option('--hostname', 'elsewhere'),
    'Config.User': option('--user', '65534'),
    'Config.WorkingDir': option('--workdir', '/var'),
  },
  network: {
    Driver: option('--driver'),
    Internal: onOff('--internal'),
    'IPAM.Config[0].Subnet': option('--subnet', '10.254.0.0/24'),
    'IPAM.Config[0].Gateway': option('--gateway'),
  },
  volume: { Driver: option('--driver') },
  image: {},
};

const label = /^(?:Config\.)?Labels\."?([^"]+?)"?$/;

/** The options that give an object these values; undefined stands for one that is not known. */
export function flagsOf(kind: Kind, where: ObjectParams['where']): readonly (Flag | undefined)[] {
  return Object.entries(where).flatMap(([path, wanted]) => {
    const key = label.exec(path)?.[1];
    const made = key === undefined ? options[kind][path] : option(`--label`);
    if (typeof wanted !== 'object') return [made?.(key === undefined ? String(wanted) : `${key}=${wanted}`)];
    const { equal, includes } = wanted;
    const values = [equal, includes].flat().filter((each) => each !== undefined);
    return values.length === 0 ? [undefined] : values.map((each) => made?.(String(each)));
  });
}
