import { statfs } from 'node:fs/promises';
import { availableMemory } from 'node:process';
import type Docker from 'dockerode';
import { type Message, message } from '../../words/message.ts';
import { WorldError } from '../../world/world.ts';

/** What a cluster takes, in bytes: measured with one node and with three, and as much again for what labs run on it. */
const needs = {
  memory: { control: 1000e6, worker: 400e6 },
  disk: { control: 1000e6, worker: 600e6 },
};

/** What is free for a cluster, in bytes; undefined where that cannot be seen from here. */
export type Free = { readonly memory?: number; readonly disk?: number };

/** What to say where less is free than a cluster of this many nodes takes. */
export function shortage(free: Free, nodes: number): Message | undefined {
  for (const what of ['memory', 'disk'] as const) {
    const needed = needs[what].control + (nodes - 1) * needs[what].worker;
    const there = free[what];
    if (there === undefined || there >= needed) continue;
    const values = { nodes, needed: gigabytes(needed), free: gigabytes(there) };
    return message(what === 'memory' ? 'cluster.memory-short' : 'cluster.disk-short', values);
  }
  return undefined;
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

/** What is free where the engine runs: on this computer, or in a machine of its own, which tells less. */
async function freeOn(docker: Docker): Promise<Free> {
  const { OperatingSystem, DockerRootDir, MemTotal } = await docker.info();
  const isHere = process.platform === 'linux' && OperatingSystem !== 'Docker Desktop';
  if (!isHere) return { memory: MemTotal };
  const disk = await statfs(DockerRootDir).then(
    ({ bavail, bsize }) => ({ disk: bavail * bsize }),
    () => ({}),
  );
  return { memory: availableMemory(), ...disk };
}

/** Rejects with `WorldError` where there is no room for a cluster of this many nodes. */
export async function preflight(docker: Docker, nodes: number): Promise<void> {
  const lacking = shortage(await freeOn(docker), nodes);
  if (lacking) throw new WorldError(lacking);
}
