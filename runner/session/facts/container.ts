import { type Parts, type Readers, readerOf } from '../../lab/factParts.ts';
import type { Found } from '../../verdict/verdict.ts';
import type { Container } from '../../world/docker/model.ts';
import type { Process } from '../../world/host/model.ts';
import type { World } from '../../world/world.ts';
import { inspected } from './object.ts';
import { ofProcess, programLine } from './process.ts';

type Fact = Found & { readonly kind: 'container' };
type Given = { readonly fact: Fact; readonly container: Container; readonly world: World };
type Value = string | readonly string[] | undefined;

const readers: Readers<Parts['container'], Given, Value | Promise<Value>> = {
  id: ({ fact }) => fact.id,
  name: ({ container }) => container.name,
  image: ({ container }) => container.image,
  ip: ({ container }) => addresses(container.networks),
  networks: ({ container }, [wanted]) => addresses(container.networks.filter(({ name }) => name === wanted)),
  pid: ({ container }) => (hasProcesses(container) ? String(container.pid) : undefined),
  main: async (given, rest) => {
    const { all, first } = await processesOf(given);
    return ofProcess(all, first, rest);
  },
  process: async (given, rest) => {
    const { all, own, first } = await processesOf(given);
    const wanted = own.find(({ args }) => programLine(args) === given.fact.args);
    return ofProcess(all, wanted ?? own.find(({ pid }) => pid === first?.pid), rest);
  },
  processes: async (given) =>
    (await processesOf(given)).own.map(({ args }) => programLine(args)).join(', ') || undefined,
};

/** What a container of the machine's engine is asked for: see `valuesOf`. */
export async function ofContainer(fact: Fact, [part = 'id', ...rest]: readonly string[], world: World): Promise<Value> {
  if (part === 'id') return fact.id;
  if (/^[A-Z]/.test(part)) return inspected('container', fact.id, [part, ...rest], world);
  const container = (await world.docker.container(fact.id)) ?? world.docker.remembered(fact.id);
  return container && readerOf(readers, part)?.({ fact, container, world }, rest);
}

const addresses = (networks: Container['networks']): readonly string[] =>
  networks.flatMap(({ ip }) => (ip === '' ? [] : [ip]));

const hasProcesses = ({ state, pid }: Container): boolean =>
  (state === 'running' || state === 'paused') && pid !== undefined;

/** All processes of the machine, and the container's own: what an exec brings in, runc's helper on the way included, is none of them. */
async function processesOf({ fact, container, world }: Given): Promise<{
  readonly all: readonly Process[];
  readonly own: readonly Process[];
  readonly first?: Process | undefined;
}> {
  if (!hasProcesses(container)) return { all: [], own: [] };
  const [all, own] = await Promise.all([world.host.processes(), world.docker.processes(fact.id)]);
  return { all, own, first: all.find(({ pid }) => pid === container.pid) };
}
