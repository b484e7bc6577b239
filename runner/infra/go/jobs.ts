import { availableParallelism } from 'node:os';
import { availableMemory } from 'node:process';

/** bytes that one compiler or linker may come to take: Kubernetes is linked in 1.5 GB */
const each = 1.5e9;

/** How many packages to compile at once: as many as there are cores, and memory. */
export const jobs = (cores = availableParallelism(), free = availableMemory()): number =>
  Math.max(1, Math.min(cores, Math.floor(free / each)));
