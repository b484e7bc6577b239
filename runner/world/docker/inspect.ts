import type Docker from 'dockerode';
import { instant } from '../instant.ts';
import type { Container } from './model.ts';

const states = ['created', 'running', 'paused', 'restarting', 'exited', 'dead'] as const;
const never = '0001-01-01T00:00:00Z';

/** What a check may know of a container, from the engine's answer to an inspect. */
export function containerOf(inspected: Docker.ContainerInspectInfo): Container {
  const { State: state, Config: config, HostConfig: host, NetworkSettings: settings } = inspected;
  // The network that it was created on; `default` is the engine's own bridge.
  const isDefault = ({ name }: { readonly name: string }) =>
    name === (host.NetworkMode === 'default' ? 'bridge' : host.NetworkMode);
  const runs = state.Running;
  const failed = !runs && state.Error !== '';
  return {
    id: inspected.Id,
    name: inspected.Name.replace(/^\//, ''),
    image: config.Image,
    imageId: inspected.Image,
    command: [inspected.Path, ...inspected.Args],
    state: states.find((known) => known === state.Status) ?? 'exited',
    ...((failed || (!runs && state.Status !== 'created')) && { exitCode: state.ExitCode }),
    ...(failed && { error: state.Error }),
    ...(runs && state.Pid > 0 && { pid: state.Pid }),
    attachable: config.AttachStdout,
    networks: Object.entries(settings.Networks ?? {})
      .map(([name, network]) => ({ name, ip: network.IPAddress }))
      .toSorted((one, other) => Number(isDefault(other)) - Number(isDefault(one))),
    createdAt: instant(inspected.Created),
    ...(state.StartedAt !== never && { startedAt: instant(state.StartedAt) }),
  };
}
