import type { Found } from '../../verdict/verdict.ts';
import type { Container } from '../../world/docker/model.ts';
import type { Process } from '../../world/host/model.ts';
import type { World } from '../../world/world.ts';
import { inspected } from './object.ts';
import { ofProcess, programLine } from './process.ts';

/** What a container of the machine's engine is asked for: see `valuesOf`. */
export async function ofContainer(
  fact: Found & { readonly kind: 'container' },
  [field, ...rest]: readonly string[],
  world: World,
): Promise<string | readonly string[] | undefined> {
  if (field === undefined || field === 'id') return fact.id;
  if (/^[A-Z]/.test(field)) return inspected('container', fact.id, [field, ...rest], world);
  const container = (await world.docker.container(fact.id)) ?? world.docker.remembered(fact.id);
  if (!container) return undefined;
  if (field === 'name') return container.name;
  if (field === 'image') return container.image;
  if (field === 'ip') return addresses(container.networks);
  if (field === 'networks') return addresses(container.networks.filter(({ name }) => name === rest[0]));
  if (container.state !== 'running' || container.pid === undefined) return undefined;
  if (field === 'pid') return String(container.pid);
  // Its own: what an exec brings in, runc's helper on the way included, is none of them.
  const [processes, own] = await Promise.all([world.host.processes(), world.docker.processes(fact.id)]);
  if (field === 'processes') return own.map((each) => programLine(each.args)).join(', ') || undefined;
  if (field === 'main')
    return ofProcess(
      processes,
      processes.find((each) => each.pid === container.pid),
      rest,
    );
  if (field !== 'process') return undefined;
  return ofProcess(processes, mainProcess(own, container, fact.args), rest);
}

const addresses = (networks: Container['networks']): readonly string[] =>
  networks.flatMap(({ ip }) => (ip === '' ? [] : [ip]));

/** The process that runs these arguments in the container; its first one where none does. */
const mainProcess = (own: readonly Process[], { pid }: Container, args: string | undefined): Process | undefined =>
  own.find((each) => programLine(each.args) === args) ?? own.find((each) => each.pid === pid);
