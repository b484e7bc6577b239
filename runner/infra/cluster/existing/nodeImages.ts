import type Docker from 'dockerode';
import { fullName, loadImages } from '../images.ts';
import type { NodeContainer } from '../nodesOf.ts';
import { runIn } from '../runIn.ts';
import type { NodeImages } from './ledger.ts';

const ctr = ['ctr', '--namespace=k8s.io', 'images'] as const;

/**
Brings images onto the nodes of somebody's kind cluster: only under names that a node does not know yet, for what its owner
calls `nginx` stays theirs. Returns the names that are new on each node.
*/
export async function bringImages(
  docker: Docker,
  nodes: readonly NodeContainer[],
  images: ReadonlyMap<string, string>,
): Promise<readonly NodeImages[]> {
  return Promise.all(
    nodes.map(async ({ id, name }) => {
      const container = docker.getContainer(id);
      const before = await namesOn(container);
      const missing = new Map([...images].filter(([, name]) => !before.has(fullName(name))));
      if (missing.size === 0) return { node: id, names: [] };
      await loadImages(docker, [{ name, container: id }], missing);
      return { node: id, names: [...(await namesOn(container))].filter((name) => !before.has(name)) };
    }),
  );
}

/** Takes images off the nodes again, by the names that were new. A node that is no more has none. */
export async function removeImages(docker: Docker, brought: readonly NodeImages[]): Promise<void> {
  await Promise.all(
    brought.map(async ({ node, names }) => {
      if (names.length === 0) return;
      await runIn(docker.getContainer(node), [...ctr, 'rm', ...names]).catch(() => undefined);
    }),
  );
}

async function namesOn(container: Docker.Container): Promise<Set<string>> {
  const { output } = await runIn(container, [...ctr, 'ls', '-q']);
  return new Set(output.split('\n').filter((name) => name !== ''));
}
