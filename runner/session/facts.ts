import type { Found } from '../verdict/verdict.ts';
import type { Container } from '../world/docker/model.ts';
import type { Process } from '../world/host/model.ts';
import type { World } from '../world/world.ts';
import { type Reference, referencesIn } from './template.ts';

export type Facts = Readonly<Record<string, Found>>;

/**
Reads facts from the live world. What is not there now has no value.

A container: itself (its id), `name`, `image`, `pid`, `ip`, `process` (the one that its check looked for), `main` (its first one,
PID 1 inside), `processes` (all of them). A process: `pid`, `insidePid`, `name` (up to 15 characters), `program`, `line` (with its arguments), `pidNamespace`, `parent`. The machine: `host.process.<pid>`.
*/
export async function valuesOf(
  references: readonly Reference[],
  facts: Facts,
  world: World,
): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  for (const reference of references) {
    if (values.has(reference.text)) continue;
    const value = await lookUp(reference, facts, world);
    if (value !== undefined) values.set(reference.text, value);
  }
  return values;
}

/** The facts that texts speak of, read at once. */
export const valuesIn = (texts: readonly string[], facts: Facts, world: World): Promise<ReadonlyMap<string, string>> =>
  valuesOf(texts.flatMap(referencesIn), facts, world);

async function lookUp({ name, path }: Reference, facts: Facts, world: World): Promise<string | undefined> {
  if (name === 'host' && path[0] === 'process') {
    const processes = await world.host.processes();
    return walk(
      processes,
      processes.find((each) => String(each.pid) === path[1]),
      path.slice(2),
    );
  }
  const fact = facts[name];
  if (fact?.kind === 'text') return fact.text;
  if (fact?.kind === 'container') return ofContainer(fact, path, world);
  return undefined;
}

async function ofContainer(
  fact: Found & { readonly kind: 'container' },
  [field, ...rest]: readonly string[],
  world: World,
): Promise<string | undefined> {
  if (field === undefined || field === 'id') return fact.id;
  const container = (await world.docker.container(fact.id)) ?? world.docker.remembered(fact.id);
  if (!container) return undefined;
  if (field === 'name') return container.name;
  if (field === 'image') return container.image;
  if (field === 'ip') return container.networks.find((each) => each.ip)?.ip;
  if (container.state !== 'running' || container.pid === undefined) return undefined;
  if (field === 'pid') return String(container.pid);
  const processes = await world.host.processes();
  if (field === 'processes')
    return inside(processes, container)
      .map((each) => programLine(each.args))
      .join(', ');
  if (field === 'main')
    return walk(
      processes,
      processes.find((each) => each.pid === container.pid),
      rest,
    );
  if (field !== 'process') return undefined;
  return walk(processes, mainProcess(processes, container, fact.args), rest);
}

/** The process that runs these arguments in the container; its first one where none does. */
function mainProcess(
  processes: readonly Process[],
  container: Container,
  args: string | undefined,
): Process | undefined {
  return (
    inside(processes, container).find((each) => programLine(each.args) === args) ??
    processes.find((each) => each.pid === container.pid)
  );
}

function inside(processes: readonly Process[], { pid }: Container): readonly Process[] {
  const first = processes.find((each) => each.pid === pid);
  return processes.filter((each) => each.namespaces.pid === first?.namespaces.pid);
}

function walk(
  processes: readonly Process[],
  process: Process | undefined,
  [field, ...rest]: readonly string[],
): string | undefined {
  if (!process) return undefined;
  switch (field) {
    case 'parent':
      return walk(
        processes,
        processes.find((each) => each.pid === process.parent),
        rest,
      );
    case 'pid':
    case undefined:
      return String(process.pid);
    case 'insidePid':
      return String(process.insidePid);
    case 'name':
      return process.name;
    case 'pidNamespace':
      return process.namespaces.pid;
    case 'line':
      return programLine(process.args);
    case 'program':
      return lastPart(process.args[0] ?? process.name);
    default:
      return undefined;
  }
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const programLine = ([first = '', ...rest]: readonly string[]): string => [lastPart(first), ...rest].join(' ');
