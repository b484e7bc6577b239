import type { Found } from '../verdict/verdict.ts';
import type { World } from '../world/world.ts';
import { ofContainer } from './facts/container.ts';
import { ofObject } from './facts/object.ts';
import { ofPod } from './facts/pod.ts';
import { ofProcess } from './facts/process.ts';
import { firstOf, type Reference, referencesIn } from './template.ts';

export type Facts = Readonly<Record<string, Found>>;

/**
Reads facts from the live world. What is not there now has no value.

A container: itself (its id), `name`, `image`, `pid`, `ip` (on each of its networks, the default one first), `networks.<name>.ip`, `process` (the one that its check looked for), `main` (its first one,
PID 1 inside), `processes` (all of them), and by its path whatever `docker inspect` shows: `State.ExitCode`. A network, a volume, an
image: its name, `id`, `name`, and the same: `IPAM.Config[0].Gateway`. A process: `pid`, `insidePid`, `name` (up to 15 characters), `program`, `line` (with its arguments), `pidNamespace`, `parent`.
A Pod: itself (its uid), `name`, `namespace`, `ip`, `node`, `owner`, `container.<name>` with `id`, `image`, `process` (its first one), `child` (the first child of
that) and `process.<pid>` (by its PID inside); such a process has `computerPid`, too. The machine: `host.process.<pid>`.
*/
export async function valuesOf(
  references: readonly Reference[],
  facts: Facts,
  world: World,
): Promise<ReadonlyMap<string, string>> {
  return firstOf(await everyValueOf(references, facts, world));
}

/** The same with every value that there is, for an answer that may be any of them: the one that stands elsewhere comes first. */
export async function everyValueOf(
  references: readonly Reference[],
  facts: Facts,
  world: World,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const values = new Map<string, readonly string[]>();
  for (const reference of references) {
    if (values.has(reference.text)) continue;
    const found = [await lookUp(reference, facts, world)].flat().filter((each) => each !== undefined);
    if (found.length > 0) values.set(reference.text, found);
  }
  return values;
}

/** The facts that texts speak of, read at once. */
export const valuesIn = (texts: readonly string[], facts: Facts, world: World): Promise<ReadonlyMap<string, string>> =>
  valuesOf(texts.flatMap(referencesIn), facts, world);

async function lookUp(
  { name, path }: Reference,
  facts: Facts,
  world: World,
): Promise<string | readonly string[] | undefined> {
  if (name === 'host' && path[0] === 'process') {
    const processes = await world.host.processes();
    return ofProcess(
      processes,
      processes.find((each) => String(each.pid) === path[1]),
      path.slice(2),
    );
  }
  const fact = facts[name];
  switch (fact?.kind) {
    case 'text':
      return fact.text;
    case 'container':
      return ofContainer(fact, path, world);
    case 'pod':
      return ofPod(fact, path, world);
    case 'object':
      return ofObject(fact, path, world);
    case undefined:
      return undefined;
  }
}
